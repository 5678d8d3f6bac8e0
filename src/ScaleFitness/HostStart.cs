using ScaleFitness.Code.Reading;
using ScaleFitness.Composing;
using ScaleFitness.Configuration;

namespace ScaleFitness;

/// <summary>Begins to compose the app's host, beside the reading of its code.</summary>
internal static class HostStart
{
    public static Task<HostAnswer> Of(FitnessOptions options, Composition composition)
    {
        if (!options.Compose || !composition.Enabled)
            return Nothing("composing is switched off (composition.enabled)");
        // The first with an entry point: the one that the project names comes first.
        if (options.Assemblies.Select(Path.GetFullPath).FirstOrDefault(ProgramImage.HasEntryPoint) is not { } app)
            return Nothing("no assembly of the app has an entry point");
        if (!options.Assemblies.Any(ProgramImage.ReferencesHosting))
            return Nothing("the app builds no host of Microsoft.Extensions.Hosting or ASP.NET Core");
        var tests = options.RuleAssemblies.Select(a => a.Location).Where(p => p.Length > 0).ToList();
        if (HostFiles.Find(app, tests) is not { } files)
            return Nothing($"{Path.GetFileNameWithoutExtension(app)}.runtimeconfig.json, which says what the app runs on, does not lie beside it, or ScaleFitness.Hosting.dll not beside ScaleFitness.dll");
        var request = new CompositionRequest(
            app,
            options.ContentRoot is { } root && Directory.Exists(root) ? Path.GetFullPath(root) : Path.GetDirectoryName(app)!,
            tests,
            composition.Environment ?? "Production",
            composition.Settings,
            composition.TimeLimit);
        return Task.Run(() => new HostProcess(request, files).Run());
    }

    private static Task<HostAnswer> Nothing(string why) => Task.FromResult(new HostAnswer(null, null) { NotApplicable = why });
}
