using Xunit.Abstractions;

namespace ScaleFitness.Robustness;

/// <summary>
/// Damaged assemblies and debug information: each gives a result or one clear error, in time. A stack that overflows or
/// memory that runs out would end this process, and fail the run.
/// </summary>
public sealed class MutationTests(ITestOutputHelper output) : IDisposable
{
    private const int Seeds = 80;

    /// <summary>A sound copy takes a fraction of a second.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string Kit = typeof(Fitness).Assembly.Location;

    private static readonly string[] Files =
    [
        Path.Combine(SharedFrameworks.AspNetCore, "Microsoft.Extensions.ObjectPool.dll"),
        Path.Combine(SharedFrameworks.AspNetCore, "Microsoft.AspNetCore.CookiePolicy.dll"),
        Path.Combine(SharedFrameworks.AspNetCore, "Microsoft.Extensions.Identity.Stores.dll"),
        Path.Combine(SharedFrameworks.Runtime, "System.Net.Http.Json.dll"),
        Kit,
        Path.ChangeExtension(Kit, ".pdb"),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("scalefitness-mutations-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_damaged_assembly_gives_a_result_or_one_clear_error()
    {
        var outcomes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var failures = new List<string>();
        foreach (var mutation in Mutations())
        {
            var outcome = Check(Write(mutation));
            outcomes[outcome.Split(':')[0]] = outcomes.GetValueOrDefault(outcome.Split(':')[0]) + 1;
            if (outcome is not ("result" or "SF0004" or "SF0005"))
                failures.Add($"{mutation}: {outcome}");
        }

        output.WriteLine(string.Join(", ", outcomes.Select(outcome => $"{outcome.Key} {outcome.Value}")));
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        // All three, or the mutations are too tame or too wild to show anything.
        Assert.Equal(3, outcomes.Count);
    }

    [Fact]
    public void A_sound_copy_gives_a_result() =>
        Assert.All(Files, file => Assert.Equal("result", Check(Write(file, File.ReadAllBytes(file)))));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(63)]
    public void A_file_too_short_to_be_anything_is_told(int length) =>
        Assert.Equal("SF0004", Check(Write(Files[0], File.ReadAllBytes(Files[0])[..length])));

    private static IEnumerable<Mutation> Mutations() =>
        from seed in Enumerable.Range(0, Seeds)
        from kind in Enum.GetValues<MutationKind>()
        select new Mutation((seed * 10) + (int)kind, kind, Files[seed % Files.Length]);

    private string Write(Mutation mutation) => Write(mutation.File, mutation.Apply(File.ReadAllBytes(mutation.File)));

    /// <summary>Writes an assembly with its debug information, one of them damaged.</summary>
    private string Write(string file, byte[] content)
    {
        var folder = _folder.CreateSubdirectory(Guid.NewGuid().ToString("N")).FullName;
        foreach (var extension in new[] { ".dll", ".pdb" })
        {
            var part = Path.ChangeExtension(file, extension);
            if (part == file)
                File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(part)), content);
            else if (File.Exists(part))
                File.Copy(part, Path.Combine(folder, Path.GetFileName(part)));
        }

        return Path.Combine(folder, Path.ChangeExtension(Path.GetFileName(file), ".dll"));
    }

    private static string Check(string path)
    {
        var outcome = $"no answer within {Patience.TotalSeconds} s";
        var thread = new Thread(() => outcome = OutcomeOf(path)) { IsBackground = true };
        thread.Start();
        thread.Join(Patience);
        return outcome;
    }

    private static string OutcomeOf(string path)
    {
        try
        {
            var report = Fitness.Check(new FitnessOptions { Assemblies = [path] });
            var messages = report.Verdicts.Select(verdict => verdict.Message).OfType<string>().ToList();
            if (messages.Find(message => message.Contains("This is a bug", StringComparison.Ordinal)) is { } bug)
                return "bug: " + bug;
            return report.Verdicts.FirstOrDefault(verdict => verdict is { Passed: false, Rule.Id: "SF0004" or "SF0005" })?.Rule.Id ?? "result";
        }
        catch (Exception e)
        {
            return "exception: " + e;
        }
    }
}
