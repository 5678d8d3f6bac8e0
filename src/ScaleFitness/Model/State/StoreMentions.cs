using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.State;

/// <summary>Tells from the names in a body, without analysing it, whether a function may change a store that lives as long as the process.</summary>
internal sealed class StoreMentions(CodeModel code, TypeHierarchy types, Func<TypeDefinition, bool> isHeldByStatic, Func<TypeRef, bool> isStore)
{
    private const ulong WritesElements = (1UL << (int)RawCode.StoreElement) | (1UL << (int)RawCode.StoreIndirect) | (1UL << (int)RawCode.InitialiseObject);

    private readonly Dictionary<MethodDefinition, bool> _returning = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether it names a store, or what may return one, and does something that changes it.</summary>
    public bool MayChange(SourceFunction function)
    {
        var changes = (function.BodyMethod.Codes & WritesElements) != 0;
        var touches = false;
        foreach (var mention in function.BodyMethod.Mentions)
            switch (mention.Symbol)
            {
                case FieldRef reference when code.Program.Find(reference) is { } field:
                    var isCaptured = code.Folded.Closures.Contains(field.DeclaringType);
                    touches |= isCaptured || IsOfProcess(field);
                    changes |= isCaptured || mention.Code is RawCode.StoreField or RawCode.StoreStatic && isStore(field.Type);
                    break;
                case MethodRef method:
                    changes |= StoreMethods.ChangeOf(method) is not null;
                    touches |= MayReturnStore(method);
                    break;
            }

        return touches && changes;
    }

    private bool IsOfProcess(FieldDefinition field) => field.IsStatic || isHeldByStatic(field.DeclaringType);

    /// <summary>A property that returns a field stands for the field.</summary>
    private bool MayReturnStore(MethodRef method)
    {
        if (!method.Parameters.IsEmpty || method.ReturnType.Namespace == "System" && method.ReturnType.Name is "Void" or "String" or "Boolean" or "Int32" or "Int64" or "Type")
            return false;
        var definition = code.Program.Find(method);
        if (definition is null or { IsVirtual: true })
            return method.Name == "Invoke" || method.HasThis && types.Derived(method.DeclaringType.FullName).Count > 0;
        if (!_returning.TryGetValue(definition, out var known))
        {
            // What calls itself may: to look into it would not end.
            _returning[definition] = true;
            _returning[definition] = known = code.Folded.FunctionOf(definition) is { } function && MayReturnStore(function);
        }

        return known;
    }

    private bool MayReturnStore(SourceFunction function)
    {
        foreach (var mention in function.BodyMethod.Mentions)
            if (mention.Symbol is FieldRef reference && code.Program.Find(reference) is { } field && (IsOfProcess(field) || code.Folded.Closures.Contains(field.DeclaringType))
                || mention.Symbol is MethodRef method && MayReturnStore(method))
                return true;
        return false;
    }
}
