namespace ScaleFitness.Findings;

/// <summary>A region of a source file. Lines and columns count from one; the end column is exclusive.</summary>
/// <param name="File">The path relative to the repository (or project) root, with forward slashes.</param>
/// <param name="Line">First line.</param>
/// <param name="Column">First column.</param>
/// <param name="EndLine">Last line.</param>
/// <param name="EndColumn">The column after the last character.</param>
public sealed record SourceLocation(string File, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>Where the file is on this machine, or null where it is not. Never part of what is compared or written to a baseline.</summary>
    public string? FullPath { get; init; }

    /// <summary>The source text of the first line, trimmed, or null where the source is not at hand.</summary>
    public string? Snippet { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{File}({Line},{Column})";

    /// <summary>Equality is by region alone: two machines see the same location.</summary>
    public bool Equals(SourceLocation? other) =>
        other is not null && File == other.File && Line == other.Line && Column == other.Column
        && EndLine == other.EndLine && EndColumn == other.EndColumn;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(File, Line, Column, EndLine, EndColumn);
}
