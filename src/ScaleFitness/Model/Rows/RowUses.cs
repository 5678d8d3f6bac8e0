using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Rows;

/// <summary>What calls do with the values that they are given.</summary>
internal sealed class RowUses
{
    private readonly Dispatch _dispatch;
    private readonly Lazy<IReadOnlySet<string>> _generated;

    public RowUses(CodeModel code, Dispatch dispatch)
    {
        _dispatch = dispatch;
        _generated = new(() => code.Folded.Methods.Where(m => m.IsGenerated).SelectMany(m => m.Functions).SelectMany(Called).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The functions of the app that a call runs.</summary>
    public IReadOnlyList<SourceFunction> TargetsOf(Call call) => _dispatch.Targets(call);

    /// <summary>Whether code that a tool wrote, such as a compiled Razor view, may call the function: nobody looks into that.</summary>
    public bool IsCalledByGenerated(SourceFunction function) => _generated.Value.Contains(function.Method.Name);

    /// <summary>Positions of the arguments that a condition holds for.</summary>
    public IReadOnlyList<int> Where(Call call, Func<Value, bool> condition)
    {
        List<int>? positions = null;
        for (var i = 0; i < call.Arguments.Count; i++)
            if (condition(call.Arguments[i]))
                (positions ??= []).Add(i);
        return positions ?? (IReadOnlyList<int>)[];
    }

    /// <summary>The delegates that a call is given.</summary>
    public IReadOnlyList<Value> DelegatesOf(Call call)
    {
        List<Value>? delegates = null;
        for (var i = 0; i < call.Arguments.Count; i++)
            if (IsDelegate(call.Method.Parameters[i]) && !ValueWalk.Origins(call.Arguments[i]).All(o => o is ConstantValue))
                (delegates ??= []).Add(call.Arguments[i]);
        return delegates ?? (IReadOnlyList<Value>)[];
    }

    /// <summary>Whether it asks for null and nothing else.</summary>
    public bool IsNullTest(Call call) =>
        call.Method.Is("System.ArgumentNullException", "ThrowIfNull") || call.Method.Is("System.Object", "ReferenceEquals")
        || (call.Method.Name is "op_Equality" or "op_Inequality" && call.Arguments.Any(a => ValueWalk.Origins(a) is [ConstantValue { Constant: null }]));

    /// <summary>Whether the call is about a row of which the engine cannot tell where it comes from.</summary>
    public bool MayBeRow(Call call, IRowKind kind) =>
        (call.Receiver is { } receiver && kind.Holds(call.Method.DeclaringType) && IsUnknown(receiver))
        || Where(call, IsUnknown).Any(i => kind.Holds(call.Method.Parameters[i]));

    /// <summary>Whether a method of a row's class looks at fields, not properties.</summary>
    public static bool ReadsOwnFields(SourceFunction function)
    {
        foreach (var mention in function.BodyMethod.Mentions)
            if (mention is { Code: RawCode.LoadField or RawCode.LoadFieldAddress or RawCode.StoreField, Symbol: FieldRef field } && field.DeclaringType.FullName == function.Method.DeclaringType.Reference.FullName)
                return true;
        return false;
    }

    private static IEnumerable<string> Called(SourceFunction function)
    {
        foreach (var mention in function.BodyMethod.Mentions)
            if (mention.Symbol is MethodRef method)
                yield return method.Name;
    }

    private static bool IsUnknown(Value value) => ValueWalk.Origins(value).Any(o => o is UnknownValue);

    private static bool IsDelegate(TypeRef type) =>
        type.Namespace == "System" && (type.Name.StartsWith("Func`", StringComparison.Ordinal) || type.Name.StartsWith("Action", StringComparison.Ordinal) || type.Name is "Predicate`1" or "Converter`2" or "Comparison`1");
}
