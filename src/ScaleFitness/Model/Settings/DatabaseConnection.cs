using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Settings;

/// <summary>A place where code names a database.</summary>
/// <param name="Call">The call: <c>UseNpgsql(…)</c>, <c>new SqlConnection(…)</c>.</param>
/// <param name="Provider">The kind of database.</param>
/// <param name="Texts">The connection strings that it may be given; empty where they cannot be traced.</param>
public sealed record DatabaseConnection(Call Call, DatabaseProvider Provider, IReadOnlyList<ConfiguredText> Texts);
