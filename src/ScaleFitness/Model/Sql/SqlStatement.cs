namespace ScaleFitness.Model.Sql;

/// <summary>One statement of a text.</summary>
/// <param name="Verb">Its first word in capitals: <c>SELECT</c>, <c>UPDATE</c>, <c>LOCK</c> …; of what follows for <c>WITH</c>; empty where there is none.</param>
/// <param name="Selects">The SELECTs whose rows it returns, more than one for a UNION; none for other statements, and where it could not be read.</param>
/// <param name="HasOuterLimit">Whether a limit holds for the whole UNION.</param>
/// <param name="Hints">Table hints of <c>WITH (…)</c> and query hints of <c>OPTION (…)</c>, in capitals.</param>
/// <param name="Words">Its words outside parentheses in capitals, for statements of few words such as <c>LOCK TABLE t IN EXCLUSIVE MODE</c>.</param>
public sealed record SqlStatement(string Verb, IReadOnlyList<SqlSelect> Selects, bool HasOuterLimit, IReadOnlySet<string> Hints, IReadOnlyList<string> Words);
