using ScaleFitness.Analysis;
using ScaleFitness.Findings;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Tests.Samples;

/// <summary>A test project in a temporary folder, checked with an analysis whose outcome the test decides.</summary>
public sealed class Bench : IDisposable
{
    private readonly Dictionary<string, string> _variables = [];

    public TemporaryFolder Folder { get; } = new();

    public DateTimeOffset Now { get; set; } = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public string Verified => Folder["ScaleFitness.verified.json"];

    public string Received => Folder["ScaleFitness.received.json"];

    /// <summary>What the analysis finds; rules of the catalogue that are not among these examined one candidate and found nothing.</summary>
    public List<RuleOutcome> Outcomes { get; } = [];

    public AnalysisResult Result { get; set; } = new() { Outcomes = [] };

    public Bench Found(params RuleOutcome[] outcomes)
    {
        Outcomes.Clear();
        Outcomes.AddRange(outcomes);
        return this;
    }

    public Bench Set(string variable, string value)
    {
        _variables[variable] = value;
        return this;
    }

    public Bench Accept(params string[] entries)
    {
        File.WriteAllText(Verified, $"{{ \"accepted\": [\n{string.Join(",\n", entries)}\n] }}");
        return this;
    }

    public FitnessOptions Options => new()
    {
        Assemblies = ["Shop.dll"],
        ProjectDirectory = Folder.Path,
        RuleAssemblies = [typeof(Bench).Assembly],
        Variables = name => _variables.GetValueOrDefault(name),
        Time = new Clock(this),
        Analyse = Analyse,
    };

    public FitnessReport Check() => Fitness.Check(Options);

    public static RuleVerdict Of(FitnessReport report, string rule) => report.Verdicts.Single(v => v.Rule.Id == rule);

    public void Dispose() => Folder.Dispose();

    private AnalysisResult Analyse(AnalysisRequest request)
    {
        var quiet = request.Rules.Select(r => r.Info).Where(r => Outcomes.All(o => o.Rule.Id != r.Id)).Select(r => Sample.Outcome(r));
        return Result with { Outcomes = [.. Outcomes, .. quiet] };
    }

    private sealed class Clock(Bench bench) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => bench.Now;
    }
}
