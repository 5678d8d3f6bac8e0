using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;

namespace ScaleFitness.Model.Settings;

/// <summary>The databases that code opens, each with the connection strings that settings or literals give it.</summary>
public sealed class DatabaseConnections
{
    private readonly ConfigurationReads _reads;

    internal DatabaseConnections(CodeModel code, CallIndex index, ConfigurationReads reads)
    {
        _reads = reads;
        var openings = index.Mentioning(MayOpen).SelectMany(f => code.BodyOf(f).Calls).Select(c => (Call: c, Provider: DatabaseProviders.Of(c, code.Program)));
        All = [.. openings.Where(o => o.Provider is not null).Select(o => new DatabaseConnection(o.Call, o.Provider!.Value, Texts(o.Call)))];
    }

    /// <summary>All of them, in the order of the code.</summary>
    public IReadOnlyList<DatabaseConnection> All { get; }

    private static bool MayOpen(string name) =>
        name.StartsWith("Use", StringComparison.Ordinal) || name.StartsWith("Add", StringComparison.Ordinal) || name.EndsWith("Connection", StringComparison.Ordinal)
        || name is "Create" or "NpgsqlDataSourceBuilder";

    private IReadOnlyList<ConfiguredText> Texts(Code.Values.Call call)
    {
        var position = call.Method.Parameters.Select(p => p.FullName).ToList().IndexOf("System.String");
        return position < 0 ? [] : _reads.Of(call.Arguments[position]);
    }
}
