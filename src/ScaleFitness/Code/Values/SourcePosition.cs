namespace ScaleFitness.Code.Values;

/// <summary>A statement's region as debug information gives it. Lines and columns count from one; the end column is exclusive.</summary>
/// <param name="Document">The path that the compiler recorded, whatever machine it ran on.</param>
/// <param name="Line">First line.</param>
/// <param name="Column">First column.</param>
/// <param name="EndLine">Last line.</param>
/// <param name="EndColumn">The column after the last character.</param>
public sealed record SourcePosition(string Document, int Line, int Column, int EndLine, int EndColumn);
