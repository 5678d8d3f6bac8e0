using ScaleFitness.Code.Values;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Sql;

/// <summary>A place where the app hands SQL to a database.</summary>
/// <param name="Site">The call that names the SQL: the one that runs it, or that of a function which only passes it on.</param>
/// <param name="Run">The call that runs it.</param>
/// <param name="Texts">The ways in which it may be composed, each as its statements; what cannot be read has none.</param>
/// <param name="Rows">What becomes of its rows.</param>
public sealed record SqlUse(Call Site, Call Run, IReadOnlyList<IReadOnlyList<SqlStatement>> Texts, SqlRows Rows)
{
    /// <summary>All statements of all texts.</summary>
    public IEnumerable<SqlStatement> Statements => Texts.SelectMany(t => t);

    /// <summary>The texts, with values for what only the running program knows.</summary>
    internal IReadOnlyList<TextForm> Forms { get; init; } = [];

    /// <summary>Whether nothing can be said of it as it stands: callers may know more.</summary>
    internal bool IsOpen => Statements.All(s => s.Selects.Count == 0 ? s.Verb.Length == 0 || s.Verb[0] == SqlTokenizer.Hole : s.Selects.Any(p => p.IsOpen));
}
