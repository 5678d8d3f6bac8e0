using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Code.Flow;

/// <summary>A body without an evaluation stack: blocks of instructions over variables.</summary>
internal sealed class LoweredBody
{
    public required RawBody Raw { get; init; }

    /// <summary>Blocks in order of their start; the first is the entry.</summary>
    public required Block[] Blocks { get; init; }

    /// <summary>Arguments first (<c>this</c> included), then locals, hoisted fields and stack slots that live across blocks, then temporaries.</summary>
    public required int VariableCount { get; init; }

    /// <summary>Variables below this index live across blocks; the rest are written once and read in the same block.</summary>
    public required int PersistentCount { get; init; }

    /// <summary>How many arguments there are, <c>this</c> included.</summary>
    public required int ArgumentCount { get; init; }

    /// <summary>The variable that stands for a hoisted or captured field.</summary>
    public required IReadOnlyDictionary<FieldDefinition, int> FieldVariables { get; init; }

    /// <summary>How many instructions there are.</summary>
    public required int InstructionCount { get; init; }

    /// <summary>How many inputs they have together.</summary>
    public required int InputCount { get; init; }
}
