using ScaleFitness.Code.Folding;

namespace ScaleFitness.Code.Values;

/// <summary>What a function does, after analysis: everything in source order, nothing that the compiler added.</summary>
public sealed class FunctionBody
{
    /// <summary>The function.</summary>
    public required SourceFunction Function { get; init; }

    /// <summary>Calls and constructions.</summary>
    public IReadOnlyList<Call> Calls { get; init; } = [];

    /// <summary>Comparisons.</summary>
    public IReadOnlyList<CodeComparison> Comparisons { get; init; } = [];

    /// <summary>Delegates made of lambdas, local functions and methods.</summary>
    public IReadOnlyList<FunctionValue> Delegates { get; init; } = [];

    /// <summary>Stores to fields.</summary>
    public IReadOnlyList<FieldWrite> FieldWrites { get; init; } = [];

    /// <summary>Stores to array elements and through references.</summary>
    public IReadOnlyList<ElementWrite> ElementWrites { get; init; } = [];

    /// <summary>Stores to captured variables.</summary>
    public IReadOnlyList<CapturedWrite> CapturedWrites { get; init; } = [];

    /// <summary>What it returns; for an async function what its task completes with, for an iterator what it yields.</summary>
    public IReadOnlyList<Value> Returns { get; init; } = [];

    /// <summary>Awaits, in source order.</summary>
    public IReadOnlyList<AwaitValue> Awaits { get; init; } = [];

    /// <summary>Conditions by which its loops end.</summary>
    public IReadOnlyList<LoopExit> LoopExits { get; init; } = [];

    /// <summary>Its first visible statement, or null without debug information.</summary>
    public SourcePosition? Position { get; init; }

    /// <summary>Why it could not be analysed, or null where it was.</summary>
    public string? NotAnalysed { get; init; }
}
