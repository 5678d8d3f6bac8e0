namespace ScaleFitness.Composing;

/// <summary>
/// The environment of the process that composes. Settings stand here too, not only over the configuration in the end: an
/// app's own code reads them while it builds, and every default builder looks here first.
/// </summary>
internal static class HostVariables
{
    /// <summary>What would change how the process runs, or bring another's tools in: the tests' own.</summary>
    private static readonly string[] NotOurs = ["DOTNET_STARTUP_HOOKS", "ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", "CORECLR_ENABLE_PROFILING", "COR_ENABLE_PROFILING", "DOTNET_gcServer", "ASPNETCORE_URLS"];

    public static void Set(IDictionary<string, string?> variables, CompositionRequest request)
    {
        foreach (var name in NotOurs)
            variables.Remove(name);
        foreach (var prefix in (string[])["DOTNET", "ASPNETCORE"])
        {
            variables[$"{prefix}_ENVIRONMENT"] = request.Environment;
            variables[$"{prefix}_APPLICATIONNAME"] = Path.GetFileNameWithoutExtension(request.App);
            variables[$"{prefix}_CONTENTROOT"] = request.ContentRoot;
        }

        // Start-up runs once: compiling fast is worth more than fast code.
        variables["DOTNET_TieredPGO"] = "0";
        variables["DOTNET_TC_QuickJitForLoops"] = "1";
        foreach (var (key, value) in request.Settings)
            variables[key.Replace(":", "__", StringComparison.Ordinal)] = value;
    }
}
