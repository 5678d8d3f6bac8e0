using System.ComponentModel;
using System.Diagnostics;

namespace ScaleFitness.History;

/// <summary>
/// Asks git who wrote a line, and when. Whatever goes wrong (no git, no repository, a file that is not tracked, a
/// repository too slow for the time there is) is no answer, and never more than that.
/// </summary>
/// <param name="patience">The time for all questions together.</param>
internal sealed class Blame(TimeSpan patience)
{
    private static readonly IReadOnlyDictionary<int, (string Author, DateOnly? Since)> Nothing = new Dictionary<int, (string, DateOnly?)>();

    private readonly Stopwatch _spent = new();
    private bool _hasNoGit;

    /// <summary>What git knows of these lines of a file.</summary>
    public IReadOnlyDictionary<int, (string Author, DateOnly? Since)> Of(string file, IEnumerable<int> lines)
    {
        var left = patience - _spent.Elapsed;
        if (_hasNoGit || left <= TimeSpan.Zero || !File.Exists(file))
            return Nothing;
        _spent.Start();
        try
        {
            return BlameText.Read(Run(file, lines.Distinct().Order(), left));
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException or IOException)
        {
            _hasNoGit = e is Win32Exception;
            return Nothing;
        }
        finally
        {
            _spent.Stop();
        }
    }

    private static string Run(string file, IEnumerable<int> lines, TimeSpan left)
    {
        var start = new ProcessStartInfo("git")
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(file)),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in (string[])["--no-optional-locks", "blame", "--porcelain", .. lines.SelectMany(l => new[] { "-L", FormattableString.Invariant($"{l},{l}") }), "--", Path.GetFileName(file)])
            start.ArgumentList.Add(argument);
        using var git = Process.Start(start) ?? throw new InvalidOperationException();
        git.StandardInput.Close();
        git.ErrorDataReceived += (_, _) => { };
        git.BeginErrorReadLine();
        var output = git.StandardOutput.ReadToEndAsync();
        if (git.WaitForExit(left) && output.Wait(left))
            return git.ExitCode == 0 ? output.Result : "";
        git.Kill(entireProcessTree: true);
        return "";
    }
}
