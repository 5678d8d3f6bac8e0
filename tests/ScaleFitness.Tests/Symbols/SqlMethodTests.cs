using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScaleFitness.Model.Sql;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Symbols;

/// <summary>Each method that is said to run SQL is there, and takes SQL or belongs to an object that holds it.</summary>
public class SqlMethodTests
{
    private static readonly Lazy<Compilation> Everything = new(() =>
        CSharpCompilation.Create("Everything", references: ReferenceSet.FrameworkAndPackages.Concat(StubAssemblies.References)));

    public static TheoryData<string, string> Rows()
    {
        var data = new TheoryData<string, string>();
        foreach (var (type, method) in SqlMethods.Rows.Keys)
            data.Add(type, method);
        return data;
    }

    [Theory, MemberData(nameof(Rows))]
    public void A_method_that_runs_sql_takes_it_or_belongs_to_what_holds_it(string type, string name) =>
        Assert.Contains(Everything.Value.GetTypesByMetadataName(type).SelectMany(t => t.GetMembers(name)).OfType<IMethodSymbol>(), method =>
            !method.IsStatic || method.Parameters.Any(p => p.Type.SpecialType == SpecialType.System_String || p.Type.Name is "FormattableString" or "CommandDefinition"));
}
