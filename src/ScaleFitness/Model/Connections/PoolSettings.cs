using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Settings;

namespace ScaleFitness.Model.Connections;

/// <summary>What is set of pools toward databases over the network: in connection strings, and on builders of such.</summary>
internal sealed class PoolSettings(CodeModel code, CallIndex index, AppSettings settings, DatabaseConnections databases, ComposedDatabases composed)
{
    public IEnumerable<PoolSetting> All
    {
        get
        {
            var inCode = InStrings().Concat(Unused()).DistinctBy(p => (object?)p.Setting ?? p.Site).Concat(OnBuilders()).ToList();
            return inCode.Concat(Told().Where(t => !inCode.Any(c => c.IsOff ? t.IsOff : c.MaxSize == t.MaxSize)));
        }
    }

    /// <summary>What the host's connection strings say, wherever they come from.</summary>
    private IEnumerable<PoolSetting> Told() =>
        from context in composed.All
        where context is { IsServer: true, Registration: not null, Said.Connection: { } connection } && (connection.Pooling == false || connection.MaxPoolSize is not null)
        select new PoolSetting(context.Said.Connection!.Pooling == false, context.Said.Connection.MaxPoolSize, null, context.Registration);

    private IEnumerable<PoolSetting> InStrings() =>
        from database in databases.All
        where database.Provider is not (DatabaseProvider.Sqlite or DatabaseProvider.InMemory)
        from text in database.Texts
        where Read(text.Text) is not null
        let read = Read(text.Text)
        select new PoolSetting(read.Pooling == false, read.MaxPoolSize, text.Setting, database.Call);

    /// <summary>Connection strings that are read in a way that code does not show.</summary>
    private IEnumerable<PoolSetting> Unused() =>
        databases.All.All(d => d.Provider is DatabaseProvider.Sqlite or DatabaseProvider.InMemory) ? [] :
        from setting in settings.InProduction
        where setting.IsIn("ConnectionStrings")
        let read = Read(setting.Text)
        where read is not null && !IsFile(read)
        select new PoolSetting(read.Pooling == false, read.MaxPoolSize, setting, null);

    private IEnumerable<PoolSetting> OnBuilders() =>
        from function in index.Mentioning(n => n is "set_Pooling" or "set_MaxPoolSize" or "set_MaximumPoolSize")
        from call in code.BodyOf(function).Calls
        where code.Program.Derives(call.Method.DeclaringType, ConnectionSymbols.StringBuilder) && !call.Method.DeclaringType.Name.Contains("Sqlite", StringComparison.OrdinalIgnoreCase)
        let value = call.Arguments.Count > 0 ? ValueWalk.Constant(call.Arguments[0]) : null
        let isOff = call.Method.Name == "set_Pooling" && value is 0 or false
        let size = call.Method.Name.EndsWith("PoolSize", StringComparison.Ordinal) ? value switch { int i => i, uint u => (int)u, _ => (int?)null } : null
        where isOff || size is not null
        select new PoolSetting(isOff, size, null, call);

    private static ConnectionString? Read(string? text) => ConnectionString.Parse(text) is { } read && (read.Pooling == false || read.MaxPoolSize is not null) ? read : null;

    private static bool IsFile(ConnectionString read) =>
        read.DataSource is { } source && (source == ":memory:" || source.EndsWith(".db", StringComparison.OrdinalIgnoreCase) || source.EndsWith(".db3", StringComparison.OrdinalIgnoreCase) || source.EndsWith(".sqlite", StringComparison.OrdinalIgnoreCase) || source.EndsWith(".sqlite3", StringComparison.OrdinalIgnoreCase));
}
