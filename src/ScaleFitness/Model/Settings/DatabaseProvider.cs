using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Settings;

/// <summary>A kind of database, as the name of what opens it says.</summary>
public enum DatabaseProvider
{
    /// <summary>None that is known by name.</summary>
    Other,

    /// <summary>SQL Server.</summary>
    SqlServer,

    /// <summary>PostgreSQL.</summary>
    PostgreSql,

    /// <summary>MySQL or MariaDB.</summary>
    MySql,

    /// <summary>Oracle.</summary>
    Oracle,

    /// <summary>SQLite: a file of the machine.</summary>
    Sqlite,

    /// <summary>EF Core's database in memory.</summary>
    InMemory,
}

/// <summary>Tells the provider from names.</summary>
internal static class DatabaseProviders
{
    private static readonly (string Word, DatabaseProvider Provider)[] Words =
    [
        ("Sqlite", DatabaseProvider.Sqlite), ("SQLite", DatabaseProvider.Sqlite), ("Npgsql", DatabaseProvider.PostgreSql), ("MySql", DatabaseProvider.MySql), ("MySQL", DatabaseProvider.MySql),
        ("Oracle", DatabaseProvider.Oracle), ("InMemoryDatabase", DatabaseProvider.InMemory), ("SqlServer", DatabaseProvider.SqlServer), ("SqlConnection", DatabaseProvider.SqlServer), ("AzureSql", DatabaseProvider.SqlServer),
    ];

    /// <summary>The database that a call opens or is set up for, or null where it does neither.</summary>
    public static DatabaseProvider? Of(Call call, CompiledProgram program)
    {
        var method = call.Method;
        if (call.IsConstruction)
            return program.Derives(method.DeclaringType, SettingsSymbols.DbConnection) || method.DeclaringType.Name is "NpgsqlDataSourceBuilder" ? Named(method.DeclaringType.Name) : null;
        if (method is { Name: "Create", DeclaringType: var source } && program.Derives(source, SettingsSymbols.DbDataSource))
            return Named(source.Name);
        // UseNpgsql, UseSqlServer …: extensions of the options' builder, whoever wrote the provider.
        if (method.Name.StartsWith("Use", StringComparison.Ordinal) && method is { HasThis: false, Parameters: [var first, ..] } && program.Derives(first, SettingsSymbols.DbContextOptionsBuilder))
            return Named(method.Name) is var named and not DatabaseProvider.Other ? named : null;
        // AddSqlite<T>, AddNpgsql<T>, AddNpgsqlDataSource …
        return method.Name.StartsWith("Add", StringComparison.Ordinal) && method.Parameters is [{ FullName: "Microsoft.Extensions.DependencyInjection.IServiceCollection" }, { FullName: "System.String" }, ..] && Named(method.Name) is var added and not DatabaseProvider.Other ? added : null;
    }

    /// <summary>The database that a provider of EF Core is for, by its assembly's name.</summary>
    public static DatabaseProvider OfLibrary(string assembly) => assembly.EndsWith(".InMemory", StringComparison.Ordinal) ? DatabaseProvider.InMemory : Named(assembly);

    private static DatabaseProvider Named(string name) => Words.FirstOrDefault(w => name.Contains(w.Word, StringComparison.Ordinal)).Provider;
}
