namespace ScaleFitness.Tests.Harness;

/// <summary>
/// Where compiled fixtures live while the tests run: outside the repository, because a path with "tests" or "bin" in it
/// is something that the kit may rightly treat differently from an app's.
/// </summary>
internal static class WorkFolder
{
    private static readonly Lazy<string> Root = new(() =>
    {
        var root = Directory.CreateTempSubdirectory("scalefitness-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(root);
        return root;
    });

    /// <summary>An empty folder of that name.</summary>
    public static string Create(string name)
    {
        var path = Path.Combine(Root.Value, name.Replace(' ', '_').Replace(",", ""));
        if (Directory.Exists(path)) path += "-" + Guid.NewGuid().ToString("N")[..8];
        return Directory.CreateDirectory(path).FullName;
    }

    private static void Remove(string root)
    {
        try
        {
            Directory.Delete(root, recursive: true);
        }
        catch (IOException)
        {
            // Somebody still reads a fixture; the system's own cleaning of its temporary folder gets it later.
        }
    }
}
