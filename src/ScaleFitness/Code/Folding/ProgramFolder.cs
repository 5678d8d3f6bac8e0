using ScaleFitness.Code.Flow;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Folding;

/// <summary>
/// Puts generated code back into its owner, by structure: state machines through the attribute's argument or who
/// starts them, closures through who creates them, lambdas and local functions through who loads or calls them. Names
/// break ties only.
/// </summary>
internal sealed class ProgramFolder
{
    private readonly CompiledProgram _program;
    private readonly Closures _closures;
    private readonly MachineOwners _machines;
    private readonly NestedFunctionOwners _nested;
    private readonly List<SourceMethod> _methods = [];
    private int _count;
    private readonly Dictionary<MethodDefinition, SourceFunction> _functions = new(ReferenceEqualityComparer.Instance);

    private ProgramFolder(CompiledProgram program)
    {
        _program = program;
        _closures = new(program);
        _machines = new(program);
        _nested = new(program, _machines, _closures);
    }

    public static FoldedProgram Fold(CompiledProgram program) => new ProgramFolder(program).Run();

    private FoldedProgram Run()
    {
        // First: whose machine a body is decides everything below.
        _machines.Find();
        // A machine has fields too, and is created like a closure.
        _closures.Find(_machines);
        // Needs the machines: a lambda may sit inside one.
        _nested.Find();
        foreach (var type in _program.Types)
            foreach (var method in type.Methods)
                if (method.HasBody && !_machines.IsMachine(method.DeclaringType) && !_nested.IsNested(method))
                    AddMethod(method);
        var orphans = new List<MethodDefinition>();
        // Parents before children: a lambda inside a lambda belongs to the outer one.
        foreach (var method in _nested.ParentsFirst())
            if (!AddNested(method))
                orphans.Add(method);
        return new(_program, _methods, _functions, _closures, _machines, orphans) { FunctionCount = _count };
    }

    private void AddMethod(MethodDefinition method)
    {
        var source = new SourceMethod(method, _closures);
        _methods.Add(source);
        Add(source, FunctionKind.Method, method, null);
    }

    private bool AddNested(MethodDefinition method)
    {
        if (_nested.ParentOf(method) is not { } parentMethod || !_functions.TryGetValue(parentMethod, out var parent))
            return false;
        var kind = _nested.IsLocalFunction(method) ? FunctionKind.LocalFunction : FunctionKind.Lambda;
        Add(parent.Owner, kind, method, parent);
        return true;
    }

    private void Add(SourceMethod owner, FunctionKind kind, MethodDefinition method, SourceFunction? parent)
    {
        var machine = _machines.StartedBy(method);
        var body = machine?.MoveNext ?? method;
        var function = new SourceFunction(owner, kind, method, body, machine?.Kind ?? MachineKind.None) { Parent = parent, Index = _count++ };
        owner.Add(function);
        _functions[method] = _functions[body] = function;
        if (machine is null)
            return;
        function.ArgumentFields = machine.ArgumentFields(_program);
        function.CurrentField = machine.CurrentField(_program);
        foreach (var part in machine.Parts(_program))
        {
            var piece = new SourceFunction(owner, FunctionKind.Part, part, part, MachineKind.None) { Parent = function, Index = _count++ };
            owner.Add(piece);
            _functions[part] = piece;
        }
    }
}
