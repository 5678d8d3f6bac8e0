namespace ScaleFitness.Composing;

/// <summary>The <c>dotnet</c> that this process runs on: three folders above the runtime, where it is a shared one; else the one on the path.</summary>
internal static class DotnetHost
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        var root = System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(typeof(object).Assembly.Location) ?? ".", "..", "..", ".."));
        return System.IO.Path.Combine(root, name) is var beside && File.Exists(beside) ? beside
            : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } told && File.Exists(told) ? told
            : name;
    }
}
