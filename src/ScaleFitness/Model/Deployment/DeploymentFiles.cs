using ScaleFitness.Model.Sources;

namespace ScaleFitness.Model.Deployment;

/// <summary>The deployment files of the app's repository, in the order of their paths.</summary>
public sealed class DeploymentFiles
{
    /// <summary>More folders are not entered.</summary>
    private const int FolderLimit = 4_000;

    /// <summary>Deployment files lie near the root.</summary>
    private const int DepthLimit = 7;

    /// <summary>More files are not read.</summary>
    private const int FileLimit = 600;

    /// <summary>What people write is smaller.</summary>
    private const long SizeLimit = 256_000;

    /// <summary>Nor is more text than this, in bytes.</summary>
    private const long TotalLimit = 20_000_000;

    private static readonly HashSet<string> Skipped = new(StringComparer.OrdinalIgnoreCase) { "bin", "obj", "node_modules", "packages", "artifacts", "wwwroot", "test", "tests", "docs", "doc", "sample", "samples", "example", "examples", "benchmarks", "TestResults" };

    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase) { ".yaml", ".yml", ".bicep", ".tf", ".json", ".env" };

    private readonly Lazy<string> _text;

    private DeploymentFiles(IReadOnlyList<DeploymentFile> all)
    {
        All = all;
        _text = new(() => string.Join('\n', all.SelectMany(f => f.Lines)));
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<DeploymentFile> All { get; }

    /// <summary>Whether some file hands the app a value for a setting, as an environment variable.</summary>
    public bool Sets(string key) =>
        Names(key.Replace(":", "__", StringComparison.Ordinal))
        || key.StartsWith("ConnectionStrings:", StringComparison.OrdinalIgnoreCase) && Names("CONNSTR_" + key["ConnectionStrings:".Length..]);

    private bool Names(string variable)
    {
        var text = _text.Value;
        for (var at = text.IndexOf(variable, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(variable, at + 1, StringComparison.OrdinalIgnoreCase))
            if (at + variable.Length == text.Length || !char.IsLetterOrDigit(text[at + variable.Length]) && text[at + variable.Length] != '_')
                return true;
        return false;
    }

    /// <summary>Looks below the repository's root; without one there is no telling which files are the app's.</summary>
    internal static DeploymentFiles Find(SourceTree sources)
    {
        var files = new List<DeploymentFile>();
        var left = TotalLimit;
        var pending = new Queue<(string Folder, int Depth)>();
        if (sources.Root is { } root)
            pending.Enqueue((root, 0));
        for (var folders = 0; folders < FolderLimit && files.Count < FileLimit && pending.TryDequeue(out var next); folders++)
        {
            foreach (var path in Entries(next.Folder, Directory.GetFiles).Where(IsDeployment).Take(FileLimit - files.Count))
                if (Read(path, ref left) is { } lines)
                    files.Add(new(sources.PathOf(path), path, lines));
            if (next.Depth < DepthLimit)
                foreach (var folder in Entries(next.Folder, Directory.GetDirectories).Where(f => Path.GetFileName(f) is var name && name[0] != '.' && (!Skipped.Contains(name) || sources.HoldsSources(f))))
                    pending.Enqueue((folder, next.Depth + 1));
        }

        return new([.. files.OrderBy(f => f.Path, StringComparer.Ordinal)]);
    }

    private static bool IsDeployment(string path)
    {
        var name = Path.GetFileName(path);
        if (name.StartsWith("Dockerfile", StringComparison.OrdinalIgnoreCase))
            return true;
        // Of the many kinds of JSON only templates of Azure are of interest.
        return Extensions.Contains(Path.GetExtension(name))
            && (!name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || name.Contains("deploy", StringComparison.OrdinalIgnoreCase) || name.Contains("template", StringComparison.OrdinalIgnoreCase) || name.Contains("arm", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Entries(string folder, Func<string, string[]> list)
    {
        try
        {
            return list(folder).Order(StringComparer.Ordinal);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static string[]? Read(string path, ref long left)
    {
        try
        {
            if (new FileInfo(path) is not { Length: <= SizeLimit and var length, LinkTarget: null } || length > left)
                return null;
            left -= length;
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A file that cannot be read says nothing.
            return null;
        }
    }
}
