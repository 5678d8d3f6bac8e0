
namespace ScaleFitness.Code.Metadata;

/// <summary>One stack instruction, normalised: no short forms, branch targets as instruction indices.</summary>
/// <param name="Code">What it does.</param>
/// <param name="Offset">Its offset in the compiled body, in bytes.</param>
/// <param name="Value">An index (variable, argument, target) or a flag.</param>
/// <param name="Operand">A constant, symbol or table of targets.</param>
public readonly record struct RawInstruction(RawCode Code, int Offset, int Value, object? Operand);

/// <summary>A region protected by a handler; bounds are instruction indices, ends are exclusive.</summary>
public readonly record struct RawHandler(HandlerKind Kind, int TryStart, int TryEnd, int HandlerStart, int HandlerEnd, int FilterStart, TypeRef? CatchType);

/// <summary>What a handler does.</summary>
public enum HandlerKind : byte
{
    /// <summary>Catches a type.</summary>
    Catch,

    /// <summary>Catches what a condition lets through.</summary>
    Filter,

    /// <summary>Runs on every way out.</summary>
    Finally,

    /// <summary>Runs on exceptions only.</summary>
    Fault,
}

/// <summary>A visible sequence point: the statement that starts at an offset.</summary>
public readonly record struct RawPoint(int Offset, int Document, int Line, int Column, int EndLine, int EndColumn);

/// <summary>A compiled body: immutable, not yet analysed.</summary>
public sealed class RawBody
{
    /// <summary>The instructions.</summary>
    public required RawInstruction[] Code { get; init; }

    /// <summary>How many local variables there are.</summary>
    public required int LocalCount { get; init; }

    /// <summary>Protected regions, innermost first.</summary>
    public required RawHandler[] Handlers { get; init; }

    /// <summary>Visible sequence points, by offset.</summary>
    public RawPoint[] Points { get; init; } = [];

    /// <summary>The documents that points refer to.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];
}
