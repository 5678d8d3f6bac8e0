using ScaleFitness.Composing;

namespace ScaleFitness.Tests.Harness;

/// <summary>Composes a compiled fixture as the kit composes an app: in a process of its own, on the tests' libraries.</summary>
internal static class ComposedFixture
{
    public static HostAnswer Compose(CompiledFixture fixture) => Compose(fixture, "Production", new Dictionary<string, string>(), TimeSpan.FromSeconds(60));

    public static HostAnswer Compose(CompiledFixture fixture, string environment, IReadOnlyDictionary<string, string> settings, TimeSpan limit)
    {
        WriteRuntime(fixture);
        var files = HostFiles.Find(fixture.AssemblyPath, []) ?? throw new InvalidOperationException("ScaleFitness.Hosting.dll does not lie beside the tests");
        return new HostProcess(new(fixture.AssemblyPath, fixture.SourceFolder, [], environment, settings, limit), files).Run();
    }

    /// <summary>Says what a fixture runs on, as the SDK says of an app.</summary>
    public static void WriteRuntime(CompiledFixture fixture)
    {
        var runtime = Path.ChangeExtension(fixture.AssemblyPath, ".runtimeconfig.json");
        File.WriteAllText(runtime, $$"""
            { "runtimeOptions": { "frameworks": [
              { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version}}" },
              { "name": "Microsoft.AspNetCore.App", "version": "{{Environment.Version}}" } ] } }
            """);
    }
}
