using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Folding;

/// <summary>Finds state machines and the methods that start them.</summary>
internal sealed class MachineOwners(CompiledProgram program)
{
    private readonly Dictionary<MethodDefinition, Machine> _byStub = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<TypeDefinition, Machine> _byType = new(ReferenceEqualityComparer.Instance);

    public Machine? StartedBy(MethodDefinition method) => _byStub.GetValueOrDefault(method);

    public Machine? Of(TypeDefinition type) => _byType.GetValueOrDefault(type);

    public bool IsMachine(TypeDefinition type) => _byType.ContainsKey(type);

    public void Find()
    {
        foreach (var type in program.Types)
            foreach (var method in type.Methods)
                if (method.HasBody)
                    FromAttribute(method);
        foreach (var type in program.Types)
            if (type.IsCompilerGenerated && !IsMachine(type) && KindOf(type) is { } kind)
                FromStarter(type, kind);
    }

    private void FromAttribute(MethodDefinition method)
    {
        foreach (var attribute in method.Attributes)
        {
            if (attribute.Type.Namespace != "System.Runtime.CompilerServices" || attribute.Arguments is not [TypeRef reference])
                continue;
            MachineKind? kind = attribute.Type.Name switch
            {
                "AsyncStateMachineAttribute" => MachineKind.Async,
                "IteratorStateMachineAttribute" => MachineKind.Iterator,
                "AsyncIteratorStateMachineAttribute" => MachineKind.AsyncIterator,
                _ => null,
            };
            if (kind is { } known && program.Find(reference) is { } type)
                Add(type, known, method);
        }
    }

    /// <summary>Without an attribute: the method beside the machine that creates or starts it.</summary>
    private void FromStarter(TypeDefinition type, MachineKind kind)
    {
        var siblings = type.DeclaringType is { } outer ? outer.Methods : [];
        foreach (var method in siblings)
            if (Mentions(method, type))
            {
                Add(type, kind, method);
                return;
            }
    }

    private static bool Mentions(MethodDefinition method, TypeDefinition type)
    {
        foreach (var mention in method.Mentions)
            if (mention.Symbol is MethodRef named && (named.DeclaringType.FullName == type.Reference.FullName || named.TypeArguments.Any(a => a.FullName == type.Reference.FullName)))
                return true;
        return false;
    }

    private static MachineKind? KindOf(TypeDefinition type)
    {
        var interfaces = type.Interfaces.Select(i => i.FullName).ToList();
        if (interfaces.Contains("System.Collections.Generic.IAsyncEnumerator`1"))
            return MachineKind.AsyncIterator;
        if (interfaces.Contains("System.Runtime.CompilerServices.IAsyncStateMachine"))
            return MachineKind.Async;
        return interfaces.Contains("System.Collections.IEnumerator") ? MachineKind.Iterator : null;
    }

    private void Add(TypeDefinition type, MachineKind kind, MethodDefinition stub)
    {
        var moveNext = type.Methods.FirstOrDefault(m => m.HasBody && m.Reference.Parameters.IsEmpty
            && (m.Name == "MoveNext" || m.Name.EndsWith(".MoveNext", StringComparison.Ordinal)));
        if (moveNext is null || _byType.ContainsKey(type))
            return;
        var machine = new Machine(type, kind, stub, moveNext);
        _byType[type] = machine;
        _byStub[stub] = machine;
    }
}
