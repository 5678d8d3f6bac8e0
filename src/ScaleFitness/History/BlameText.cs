using System.Globalization;

namespace ScaleFitness.History;

/// <summary>Reads what <c>git blame --porcelain</c> prints.</summary>
internal static class BlameText
{
    // What git calls the author of a line that is not committed; the commit's name is all zeros.
    private const char NoCommit = '0';

    /// <summary>By line number: who wrote it last, and the day (UTC) of that; null where it is not committed yet.</summary>
    public static IReadOnlyDictionary<int, (string Author, DateOnly? Since)> Read(string text)
    {
        var commits = new Dictionary<string, (string Author, DateOnly? Since)>();
        var lines = new Dictionary<int, string>();
        var current = "";
        foreach (var line in text.Split('\n'))
        {
            // The line of the file itself follows a tab: it is no header, whatever it says.
            if (line.StartsWith('\t'))
                continue;
            var words = line.TrimEnd('\r').Split(' ', 2);
            if (words is [{ Length: >= 40 } name, var numbers] && numbers.Split(' ') is [_, var final, ..] && int.TryParse(final, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                lines[number] = current = name;
                commits.TryAdd(name, ("", null));
            }
            else if (words is ["author", var author] && current.Length > 0)
                commits[current] = commits[current] with { Author = author };
            else if (words is ["author-time", var time] && current.Any(c => c != NoCommit) && long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
                commits[current] = commits[current] with { Since = Day(seconds) };
        }

        return lines.ToDictionary(l => l.Key, l => commits[l.Value]);
    }

    // Git takes any number for a time, and a commit may have been made with one.
    private static DateOnly? Day(long seconds) =>
        seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds() ? DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime) : null;
}
