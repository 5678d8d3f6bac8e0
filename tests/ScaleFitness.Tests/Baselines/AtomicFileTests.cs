using ScaleFitness.Baselines;
using ScaleFitness.Tests.Samples;

namespace ScaleFitness.Tests.Baselines;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_writes_utf8_without_a_mark_and_leaves_nothing_else_behind()
    {
        AtomicFile.Write(_folder["a.json"], "é\n");
        AtomicFile.Write(_folder["a.json"], "ü\n");

        Assert.Equal("ü\n"u8.ToArray(), File.ReadAllBytes(_folder["a.json"]));
        Assert.Equal(["a.json"], _folder.Files());
    }

    [Fact]
    public void A_write_that_fails_leaves_the_old_file_and_no_other()
    {
        // A folder in the way of the rename fails on every system, also for those who may write anywhere.
        Directory.CreateDirectory(Path.Combine(_folder.Path, "a.json", "full"));

        Assert.ThrowsAny<Exception>(() => AtomicFile.Write(_folder["a.json"], "new"));

        Assert.Empty(_folder.Files());
        Assert.True(Directory.Exists(_folder["a.json"]));
    }

    [Fact]
    public async Task Whoever_reads_meanwhile_sees_a_whole_file()
    {
        // Windows refuses to rename over a file that somebody has open: the write then fails whole, and is said.
        if (OperatingSystem.IsWindows())
            return;
        string[] texts = [new('a', 200_000), new('b', 300_000)];
        AtomicFile.Write(_folder["a.json"], texts[0]);
        using var done = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
                Assert.Contains(File.ReadAllText(_folder["a.json"]), texts);
        });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() =>
        {
            for (var j = 0; j < 10; j++)
                AtomicFile.Write(_folder["a.json"], texts[(i + j) % 2]);
        })));
        await done.CancelAsync();
        await reader;

        Assert.Equal(["a.json"], _folder.Files());
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        // On Windows creating a link takes a privilege.
        if (OperatingSystem.IsWindows())
            return;
        _folder.Write("real.json", "old");
        File.CreateSymbolicLink(_folder["link.json"], _folder["real.json"]);

        AtomicFile.Write(_folder["link.json"], "new");

        Assert.Equal("new", File.ReadAllText(_folder["real.json"]));
        Assert.NotNull(new FileInfo(_folder["link.json"]).LinkTarget);
    }
}
