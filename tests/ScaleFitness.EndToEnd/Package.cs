using System.Globalization;

namespace ScaleFitness.EndToEnd;

/// <summary>
/// The kit as it is published: packed once for all tests, under a version that no package cache has seen, and taken out
/// of the cache again at the end.
/// </summary>
internal static class Package
{
    private static readonly Lazy<Task<string>> _packed = new(PackAsync);

    public static string Version { get; } =
        "0.1.0-e2e" + DateTime.UtcNow.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);

    public static string Repository { get; } = RepositoryAbove(AppContext.BaseDirectory);

    /// <summary>The folder that serves the package.</summary>
    public static Task<string> FeedAsync() => _packed.Value;

    private static async Task<string> PackAsync()
    {
        var feed = Directory.CreateTempSubdirectory("scalefitness-feed-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Forget(feed);
        var kit = Path.Combine(Repository, "src", "ScaleFitness");
        // Apart from the repository's own output: another project of the same test run may be building it now.
        var result = await DotNet.RunAsync(Repository, ["pack", kit, "-c", "Release", "-o", feed, "--artifacts-path", Path.Combine(feed, "artifacts"), $"-p:PackageVersion={Version}"]);
        return result.ExitCode == 0 ? feed : throw new InvalidOperationException(result.Output);
    }

    private static void Forget(string feed)
    {
        Directory.Delete(feed, recursive: true);
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var cached = Path.Combine(cache, "scalefitness", Version);
        if (Directory.Exists(cached))
            Directory.Delete(cached, recursive: true);
    }

    private static string RepositoryAbove(string folder)
    {
        while (!File.Exists(Path.Combine(folder, "ScaleFitness.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("These tests run inside the repository.");
        return folder;
    }
}
