using System.Diagnostics;
using System.Globalization;

namespace ScaleFitness.Tests.Harness;

/// <summary>
/// Where compiled fixtures live while the tests run: outside the repository, because a path with "tests" or "bin" in it
/// is something that the kit may rightly treat differently from an app's.
/// </summary>
internal static class WorkFolder
{
    private static readonly Lazy<string> Root = new(() =>
    {
        var all = Path.Combine(Path.GetTempPath(), "scalefitness-fixtures");
        Directory.CreateDirectory(all);
        RemoveWhatEarlierRunsLeft(all);
        return Path.Combine(all, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
    });

    /// <summary>An empty folder of that name.</summary>
    public static string Create(string name)
    {
        var path = Path.Combine(Root.Value, name.Replace(' ', '_').Replace(",", ""));
        if (Directory.Exists(path)) path += "-" + Guid.NewGuid().ToString("N")[..8];
        return Directory.CreateDirectory(path).FullName;
    }

    // The test host is ended, it does not exit: nothing of ours runs at its end, so the next run cleans up.
    private static void RemoveWhatEarlierRunsLeft(string all)
    {
        var alive = Process.GetProcesses().Select(process => process.Id).Where(id => id != Environment.ProcessId).ToHashSet();
        foreach (var folder in Directory.EnumerateDirectories(all))
        {
            if (int.TryParse(Path.GetFileName(folder), out var id) && !alive.Contains(id)) TryRemove(folder);
        }
    }

    private static void TryRemove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Another run removes it at the same moment.
        }
        catch (UnauthorizedAccessException)
        {
            // Another user's run left it.
        }
    }
}
