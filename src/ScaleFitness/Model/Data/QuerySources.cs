using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>What tables look like: EF Core's sets, and other providers' queryables.</summary>
internal static class QuerySources
{
    /// <summary>Methods of other libraries that start a query over a store, with the entity as type argument.</summary>
    private static readonly HashSet<(string Type, string Method)> Roots =
    [
        ("Microsoft.Azure.Cosmos.Container", "GetItemLinqQueryable"),
        ("MongoDB.Driver.IMongoCollectionExtensions", "AsQueryable"),
        ("NHibernate.ISession", "Query"),
        ("NHibernate.Linq.LinqExtensionMethods", "Query"),
        ("LinqToDB.DataExtensions", "GetTable"),
        ("Marten.IQuerySession", "Query"),
        ("Raven.Client.Documents.Session.IDocumentSession", "Query"),
        ("Raven.Client.Documents.Session.IAsyncDocumentSession", "Query"),
    ];

    /// <summary>What other libraries call a query of theirs.</summary>
    private static readonly HashSet<string> Queries = new(StringComparer.Ordinal)
    {
        "MongoDB.Driver.Linq.IMongoQueryable`1", "LinqToDB.ITable`1", "Marten.Linq.IMartenQueryable`1", "Raven.Client.Documents.Linq.IRavenQueryable`1",
    };

    /// <summary>Where queries of other libraries start.</summary>
    internal static IReadOnlySet<(string Type, string Method)> Starts => Roots;

    /// <summary>Types of other libraries' queries.</summary>
    internal static IReadOnlySet<string> OfOtherLibraries => Queries;


    /// <summary>Whether the app has a table of any library to query.</summary>
    public static bool Occur(CallIndex index, CompiledProgram program) =>
        program.Types.Any(t => t.Properties.Any(p => IsTable(p.Type)) || t.Fields.Any(f => IsTable(f.Type)))
        || index.Calling(name => Roots.Any(r => r.Method == name), method => Roots.Contains((method.DeclaringType.FullName, method.Name))).Any();

    /// <summary>Whether it makes a query of SQL.</summary>
    public static bool IsSql(MethodRef method) =>
        method.Name is "FromSql" or "FromSqlRaw" or "FromSqlInterpolated" or "SqlQuery" or "SqlQueryRaw" && method.DeclaringType.Namespace == "Microsoft.EntityFrameworkCore";

    public static bool IsTable(TypeRef? type) =>
        type?.FullName is "Microsoft.EntityFrameworkCore.DbSet`1" or "System.Data.Entity.DbSet`1" or "System.Data.Entity.IDbSet`1";

    public static TypeRef? Entity(Call call) =>
        Roots.Contains((call.Method.DeclaringType.FullName, call.Method.Name)) ? call.Method.TypeArguments.FirstOrDefault() : null;

    public static bool IsSequence(TypeRef? type) =>
        type?.FullName is "System.Linq.IQueryable`1" or "System.Linq.IOrderedQueryable`1" or "System.Collections.Generic.IEnumerable`1" or "System.Collections.Generic.IAsyncEnumerable`1"
            or "Microsoft.EntityFrameworkCore.Query.IIncludableQueryable`2" or "System.Linq.IQueryable" || IsOtherQuery(type);

    /// <summary>Whether the static type says that the rows are in memory already: a list, an array, a dictionary.</summary>
    public static bool IsInMemory(TypeRef? type) =>
        type is { Kind: TypeKind.Array }
        || type is not null && type.Namespace.StartsWith("System.Collections", StringComparison.Ordinal) && !IsSequence(type) && type.FullName is not "System.Collections.IEnumerable";

    /// <summary>Whether the static type says that a provider will run it.</summary>
    public static bool IsQueryable(TypeRef? type) =>
        IsTable(type) || type?.FullName is "System.Linq.IQueryable`1" or "System.Linq.IOrderedQueryable`1" or "System.Linq.IQueryable" or "Microsoft.EntityFrameworkCore.Query.IIncludableQueryable`2" || IsOtherQuery(type);

    private static bool IsOtherQuery(TypeRef? type) => type is not null && Queries.Contains(type.FullName);
}
