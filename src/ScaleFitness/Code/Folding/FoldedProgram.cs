using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Folding;

/// <summary>The app as its authors wrote it: source methods, and which of them each compiled method belongs to.</summary>
public sealed class FoldedProgram
{
    private readonly Dictionary<MethodDefinition, SourceFunction> _functions;
    private readonly Closures _closures;

    internal FoldedProgram(CompiledProgram program, IReadOnlyList<SourceMethod> methods, Dictionary<MethodDefinition, SourceFunction> functions, Closures closures, MachineOwners machines, IReadOnlyList<MethodDefinition> orphans)
    {
        Program = program;
        Methods = methods;
        _functions = functions;
        _closures = closures;
        Machines = machines;
        Orphans = orphans;
    }

    /// <summary>What was read.</summary>
    public CompiledProgram Program { get; }

    /// <summary>All source methods, generated ones included, in metadata order.</summary>
    public IReadOnlyList<SourceMethod> Methods { get; }

    /// <summary>Compiler-made bodies whose author could not be told: reported, not dropped.</summary>
    public IReadOnlyList<MethodDefinition> Orphans { get; }

    /// <summary>The function that a compiled method is (or is part of), or null.</summary>
    public SourceFunction? FunctionOf(MethodDefinition method) => _functions.GetValueOrDefault(method);

    /// <summary>The functions that write a captured variable.</summary>
    public IEnumerable<SourceFunction> ClosureWriters(FieldDefinition variable) =>
        _closures.Writers(variable).Select(FunctionOf).OfType<SourceFunction>().Distinct();

    /// <summary>How many functions there are.</summary>
    internal int FunctionCount { get; init; }

    internal Closures Closures => _closures;

    internal MachineOwners Machines { get; }
}
