using ScaleFitness.Analysis;
using ScaleFitness.Code.Calls;
using ScaleFitness.Findings;
using ScaleFitness.Rules;

namespace ScaleFitness.Benchmarks;

/// <summary>One thing to measure.</summary>
/// <param name="Name">For people.</param>
/// <param name="Run">Does the work and says how much it was.</param>
internal sealed record Measurement(string Name, Func<IReadOnlyList<string>, string> Run);

/// <summary>The five measurements.</summary>
internal static class Measurements
{
    public const string Letters = "abcde";

    /// <summary>The one that the others are compared with.</summary>
    public const char Reference = 'b';

    public static Measurement Of(char letter) => letter switch
    {
        'a' => new("System.Reflection.Metadata, every body", BareReaders.Metadata),
        'b' => new("bare Cecil, every body", BareReaders.Cecil),
        'c' => new("our reading", Read),
        'd' => new("our reading + engine on every body", Analyse),
        'e' => new("our reading + all rules", RunRules),
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, "Not a measurement."),
    };

    private static string Read(IReadOnlyList<string> paths)
    {
        var code = CodeModel.Read(paths);
        return $"{code.Program.Types.Count()} types, {code.Folded.Methods.Count} methods";
    }

    private static string Analyse(IReadOnlyList<string> paths)
    {
        var code = CodeModel.Read(paths);
        long calls = 0, notAnalysed = 0, functions = 0;
        Parallel.ForEach(code.Folded.Methods.SelectMany(m => m.Functions), function =>
        {
            var body = code.Analyse(function);
            Interlocked.Add(ref calls, body.Calls.Count);
            Interlocked.Add(ref notAnalysed, body.NotAnalysed is null ? 0 : 1);
            Interlocked.Increment(ref functions);
        });
        return $"{functions} functions, {calls} calls, {notAnalysed} not analysed";
    }

    private static string RunRules(IReadOnlyList<string> paths)
    {
        var rules = RuleDiscovery.In(typeof(Rule).Assembly);
        var result = AppAnalysis.Run(new AnalysisRequest(paths, rules, new ScaleContext()));
        return $"{rules.Count} rules, {result.Outcomes.Sum(o => o.Findings.Count)} findings, {result.NotAnalysed.Count} not analysed";
    }
}
