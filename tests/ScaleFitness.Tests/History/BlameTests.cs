using System.Diagnostics;
using ScaleFitness.History;
using ScaleFitness.Tests.Samples;

namespace ScaleFitness.Tests.History;

public sealed class BlameTests : IDisposable
{
    private static readonly string Commit = new('a', 40);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Each_line_has_its_commits_author_and_day()
    {
        // A commit is described once, at its first line; what the file holds follows a tab and is no header.
        var zeros = new string('0', 40);
        var known = BlameText.Read(
            $"{Commit} 4 3 1\nauthor Ada Lovelace\nauthor-mail <ada@example.com>\nauthor-time 1772323200\nauthor-tz +0000\nfilename a.json\n\tauthor Nobody\n"
            + $"{Commit} 5 7 1\n\tx\n{zeros} 9 9 1\nauthor Not Committed Yet\nauthor-time 1772323200\n\ty\n");
        Assert.Equal(("Ada Lovelace", new DateOnly(2026, 3, 1)), known[3]);
        Assert.Equal(known[3], known[7]);
        Assert.Null(known[9].Since);
        Assert.Equal(3, known.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("fatal: no such path\n")]
    [InlineData("author Nobody\nauthor-time 99999999999999999\n")]
    public void What_is_no_answer_is_none(string text) => Assert.Empty(BlameText.Read(text));

    [Fact]
    public void Odd_times_are_no_days() =>
        Assert.Null(BlameText.Read($"{Commit} 1 1 1\nauthor A\nauthor-time 9999999999999999\n\tx\n")[1].Since);

    [Fact]
    public void Outside_a_repository_nothing_is_known()
    {
        var blame = new Blame(TimeSpan.FromSeconds(20));
        Assert.Empty(blame.Of(_folder.Write("a.json", "{}"), [1]));
        Assert.Empty(blame.Of(_folder["missing.json"], [1]));
    }

    [Fact]
    public void Without_time_nothing_is_asked() => Assert.Empty(new Blame(TimeSpan.Zero).Of(_folder.Write("a.json", "{}"), [1]));

    [Fact]
    public void Git_is_asked_for_committed_and_changed_lines()
    {
        var file = _folder.Write("a.json", "one\ntwo\n");
        Git("init", "-q");
        Git("add", "a.json");
        Git("-c", "user.name=Ada Lovelace", "-c", "user.email=ada@example.com", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "one", "--date", "2026-03-01T12:00:00Z");
        File.AppendAllText(file, "three\n");

        var known = new Blame(TimeSpan.FromSeconds(20)).Of(file, [2, 3]);

        Assert.Equal(("Ada Lovelace", new DateOnly(2026, 3, 1)), known[2]);
        Assert.Null(known[3].Since);
        Assert.Equal(2, known.Count);
    }

    private void Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = _folder.Path, RedirectStandardError = true })!;
        var error = git.StandardError.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, error);
    }
}
