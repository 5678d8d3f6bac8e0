using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Model;

/// <summary>Compiles a few lines and reads them as an app.</summary>
internal static class ModelSource
{
    public static AppModel Read(string source, bool release = false)
    {
        var build = FixtureBuild.All.First(b => b.Name == (release ? "Release" : "Debug"));
        var compiled = FixtureCompiler.Compile("Model", [new SourceText("Model.cs", source)], build, WorkFolder.Create("model " + Guid.NewGuid().ToString("N")));
        Assert.Empty(compiled.Errors);
        return AppModel.Read([compiled.AssemblyPath], new ScaleContext());
    }

    /// <summary>The body of the function of that display name.</summary>
    public static FunctionBody Body(this AppModel app, string name) => app.BodyOf(app.Code.Methods.Single(m => m.DisplayName == name).Body);

    /// <summary>The arguments of the only call of that name in a method.</summary>
    public static Call CallIn(this AppModel app, string method, string callee) => app.Body(method).Calls.Single(c => c.Method.Name == callee);
}
