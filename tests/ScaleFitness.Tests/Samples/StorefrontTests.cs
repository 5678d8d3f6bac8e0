using ScaleFitness.Findings;

namespace ScaleFitness.Tests.Samples;

public sealed class StorefrontTests
{
    private static readonly string _repository = RepositoryAbove(AppContext.BaseDirectory);

    private static string Shop => Path.Combine(_repository, "samples", "Storefront");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_defect_of_the_sample_is_found_and_nothing_else(bool composed)
    {
        var report = Fitness.Check(new FitnessOptions { Assemblies = [BuiltShop()], ProjectDirectory = Shop, ContentRoot = Shop, Compose = composed });

        Assert.Equal(composed, report.Verdicts.Single(v => v.Rule == KitRules.AppNotComposed) is { Passed: true, NotApplicable: null });

        var found = report.Findings.Where(finding => StorefrontFindings.Rules.Contains(finding.Rule.Id)).Select(AsListed);

        Assert.Equal(InOrder(StorefrontFindings.All), InOrder(found));
    }

    /// <summary>A list that no longer fits the sample would fail for the wrong reason.</summary>
    [Fact]
    public void Every_listed_line_stands_in_the_sample_once() =>
        Assert.All(StorefrontFindings.All, listed => Assert.Single(SourceOf(listed.File), line => line == listed.Line));

    [Fact]
    public void The_same_app_gives_the_same_report_byte_for_byte()
    {
        var reports = Enumerable.Range(0, 2).Select(_ => Directory.CreateTempSubdirectory("storefront-report")).ToList();
        foreach (var folder in reports)
            Fitness.Check(new FitnessOptions { Assemblies = [BuiltShop()], ProjectDirectory = Shop, ReportsDirectory = folder.FullName, Variables = name => name == "CI" ? "true" : null });

        foreach (var file in (string[])["report.sarif", "report.md", "report.html", "summary.json"])
        {
            var bytes = reports.Select(folder => File.ReadAllBytes(Path.Combine(folder.FullName, file))).ToList();
            Assert.NotEmpty(bytes[0]);
            Assert.Equal(bytes[0], bytes[1]);
            Assert.DoesNotContain(_repository, System.Text.Encoding.UTF8.GetString(bytes[0]), StringComparison.Ordinal);
        }

        reports.ForEach(folder => folder.Delete(recursive: true));
    }

    private static SampleFinding AsListed(Finding finding)
    {
        var at = finding.Where.Location;
        Assert.True(at is not null, $"{finding.Rule.Id} in {finding.Where.Name} has no location");
        const string Folder = "samples/Storefront/";
        var file = at.File.StartsWith(Folder, StringComparison.Ordinal) ? at.File[Folder.Length..] : at.File;
        return new SampleFinding(finding.Rule.Id, file, SourceOf(file)[at.Line - 1]);
    }

    private static IEnumerable<string> InOrder(IEnumerable<SampleFinding> findings) =>
        findings.Select(finding => finding.ToString()).Order(StringComparer.Ordinal);

    private static string[] SourceOf(string file) => [.. File.ReadAllLines(Path.Combine(Shop, file)).Select(line => line.Trim())];

    // This project builds the sample beside itself, in the same configuration.
    private static string BuiltShop()
    {
        var configuration = Path.GetFileName(Path.GetDirectoryName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)))!;
        return Path.Combine(Shop, "bin", configuration, "net10.0", "Storefront.dll");
    }

    private static string RepositoryAbove(string folder)
    {
        while (!File.Exists(Path.Combine(folder, "ScaleFitness.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("These tests run inside the repository.");
        return folder;
    }
}
