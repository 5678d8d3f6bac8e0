namespace ScaleFitness.Json;

/// <summary>A file that the user wrote says something that the kit cannot take. The message is complete: where, what and what to do.</summary>
internal sealed class InvalidFileException(string file, Position? at, string problem, string remedy)
    : Exception($"{file}{(at is { } p ? $"({p.Line},{p.Column})" : "")}: error: {problem} {remedy}")
{
    public string File { get; } = file;

    public Position? At { get; } = at;

    public string Problem { get; } = problem;
}
