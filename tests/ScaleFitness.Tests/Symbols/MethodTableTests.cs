using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScaleFitness.Code.Calls;
using ScaleFitness.Model.Blocking;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.Jobs;
using ScaleFitness.Model.Locks;
using ScaleFitness.Model.Rows;
using ScaleFitness.Model.SharedCache;
using ScaleFitness.Model.Tasks;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Symbols;

/// <summary>Each method that a table names is there, with the delegate that it is said to run.</summary>
public class MethodTableTests
{
    private static readonly Lazy<Compilation> Everything = new(() =>
        CSharpCompilation.Create("Everything", references: ReferenceSet.FrameworkAndPackages.Concat(StubAssemblies.References)));

    public static TheoryData<string, string> PerElement()
    {
        var data = new TheoryData<string, string>();
        foreach (var (type, names) in PerElementMethods.Rows)
            foreach (var name in names.DefaultIfEmpty(""))
                data.Add(type, name);
        return data;
    }

    public static TheoryData<string, string> Effects()
    {
        var data = new TheoryData<string, string>();
        foreach (var row in EffectTable.Rows)
            foreach (var name in row.Methods)
                data.Add(row.Type, name);
        return data;
    }

    public static TheoryData<string, string> Locks()
    {
        var data = new TheoryData<string, string>();
        foreach (var row in LockTable.Rows)
            foreach (var name in row.Enters.Concat(row.Exits))
                data.Add(row.Type, name);
        return data;
    }

    public static TheoryData<string> QueryOperators() => [.. QueryMethods.Materialisers.Concat(QueryMethods.Bounding).Concat(QueryMethods.Aggregates).Concat(QueryMethods.Orderings).Concat(QueryMethods.KeepingRows).Concat(MemoryFilters.Operators).Concat(WholeRows.Operators).Distinct()];

    [Theory, MemberData(nameof(PerElement))]
    public void A_method_that_runs_a_delegate_per_element_takes_one(string type, string name) =>
        Assert.Contains(Methods(type), method => (name.Length == 0 || method.Name == name) && method.Parameters.Any(p => p.Type.TypeKind == TypeKind.Delegate));

    public static TheoryData<string, string> Queues()
    {
        var data = new TheoryData<string, string>();
        foreach (var (type, method) in QueueMethods.Rows)
            data.Add(type, method);
        return data;
    }

    [Theory, MemberData(nameof(Queues))]
    public void A_method_of_a_queue_is_there(string type, string name) => Assert.Contains(Methods(type), method => method.Name == name);

    [Theory, MemberData(nameof(QueryOperators))]
    public void An_operator_of_a_query_is_in_a_library_of_queries(string name) =>
        Assert.Contains(new[] { QueryMethods.Queryable, QueryMethods.Enumerable, QueryMethods.EfCore, QueryMethods.EfRelational }.SelectMany(Methods), method => method.Name == name);

    public static TheoryData<string> Carriers() => [.. RowCarriers.Names.Distinct()];

    [Theory, MemberData(nameof(Carriers))]
    public void A_method_that_hands_rows_on_is_there(string name) =>
        Assert.Contains(RowCarriers.Examples.SelectMany(Methods), method => method.Name == name);

    [Theory, MemberData(nameof(Effects))]
    public void A_method_with_an_effect_is_there(string type, string name) =>
        Assert.Contains(Methods(type), method => new EffectRow(type, EffectKind.Database, false, name).Names(method.Name));

    [Theory, MemberData(nameof(Locks))]
    public void A_method_that_takes_or_gives_back_a_lock_is_there(string type, string name) =>
        Assert.Contains(Methods(type), method => method.Name == name);

    public static TheoryData<string, string> Others()
    {
        var data = new TheoryData<string, string>();
        foreach (var (type, method) in CacheCommands.Rows.Concat(WaitMethods.Rows).Concat(Streams.Rows).Concat(QuerySources.Starts.Order()))
            data.Add(type, method);
        return data;
    }

    [Theory, MemberData(nameof(Others))]
    public void A_method_of_a_table_is_there(string type, string name) => Assert.Contains(Methods(type), method => method.Name == name);

    public static TheoryData<string> Types() => [.. QueryMethods.OfOtherLibraries.Concat(QuerySources.OfOtherLibraries).Order()];

    [Theory, MemberData(nameof(Types))]
    public void A_type_of_another_library_is_there(string type) => Assert.NotEmpty(Everything.Value.GetTypesByMetadataName(type));

    private static IEnumerable<IMethodSymbol> Methods(string type)
    {
        var found = Everything.Value.GetTypesByMetadataName(type);
        Assert.False(found.IsEmpty, $"there is no {type}");
        // A handle's wait is its base's.
        return found.SelectMany(t => t.BaseType is { SpecialType: SpecialType.None, ContainingNamespace.Name: "Threading" } handle ? t.GetMembers().Concat(handle.GetMembers()) : t.GetMembers()).OfType<IMethodSymbol>();
    }
}
