namespace ScaleFitness.EndToEnd;

/// <summary>An app and its test project, in a folder of their own, with the package from the local feed.</summary>
internal sealed class Consumer : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scalefitness-shop-").FullName;

    private Consumer()
    {
    }

    public string TestOutput => PathOf("Shop.Tests/bin/Debug/net10.0");

    public string Verified => PathOf("Shop.Tests/ScaleFitness.verified.json");

    public string Received => PathOf("Shop.Tests/ScaleFitness.received.json");

    /// <summary>How often the team's rule, and so the whole run, was executed.</summary>
    public int Analyses => File.Exists(AnalysisLog) ? File.ReadAllLines(AnalysisLog).Length : 0;

    private string AnalysisLog => Path.Combine(TestOutput, "analysed.log");

    public static async Task<Consumer> CreateAsync(string testFramework, string properties = "")
    {
        var feed = await Package.FeedAsync();
        var consumer = new Consumer();
        consumer.CopyTemplate();
        consumer.Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <KitVersion>{Package.Version}</KitVersion>
                <TestFramework>{testFramework}</TestFramework>
                {properties}
              </PropertyGroup>
            </Project>
            """);
        // Adds a source and clears none: the others are what this machine restores from.
        consumer.Write("nuget.config", $"""
            <configuration>
              <packageSources><add key="scalefitness-local" value="{feed}" /></packageSources>
            </configuration>
            """);
        return consumer;
    }

    public async Task<TestOutcome> TestAsync(bool ci = false, params string[] arguments)
    {
        if (File.Exists(AnalysisLog))
            File.Delete(AnalysisLog);
        var results = PathOf("results");
        if (Directory.Exists(results))
            Directory.Delete(results, recursive: true);
        var result = await RunAsync(["test", "Shop.Tests", "--logger", "trx;LogFileName=run.trx", "--results-directory", results, .. arguments], ci);
        return TestOutcome.Read(result, Path.Combine(results, "run.trx"));
    }

    public Task<CommandResult> BuildAsync(params string[] arguments) => RunAsync(["build", "Shop.Tests", .. arguments], ci: false);

    public Task<CommandResult> RunAsync(IEnumerable<string> arguments, bool ci = false) => DotNet.RunAsync(_folder, arguments, ci);

    public string PathOf(string file) => Path.Combine(_folder, file);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllText(PathOf(file), text);
    }

    public void Replace(string file, string old, string replacement)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(file), text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public void Delete(string file) => File.Delete(PathOf(file));

    /// <summary>What a developer does: moves the received file over the verified one, and says why.</summary>
    public void AcceptReceived(string because)
    {
        File.Move(Received, Verified, overwrite: true);
        Replace(Verified, "\"because\": \"\"", $"\"because\": \"{because}\"");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void CopyTemplate()
    {
        var template = Path.Combine(AppContext.BaseDirectory, "Consumer");
        foreach (var file in Directory.EnumerateFiles(template, "*", SearchOption.AllDirectories))
            Write(Path.GetRelativePath(template, file), File.ReadAllText(file));
    }
}
