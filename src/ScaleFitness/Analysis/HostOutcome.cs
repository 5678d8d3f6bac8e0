using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Composing;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Composition;
using ScaleFitness.Rules;

namespace ScaleFitness.Analysis;

/// <summary>SF0003: an app whose host could not be composed, or only in part.</summary>
internal static class HostOutcome
{
    public static IEnumerable<RuleOutcome> Of(AppModel app, Task<HostAnswer>? host)
    {
        if (host?.GetAwaiter().GetResult() is not { } answer)
            return [];
        return [new(KitRules.AppNotComposed, answer.NotApplicable is null ? 1 : 0, answer.Failure is { } failure ? [Finding(app, failure, answer.Host is not null)] : [], answer.NotApplicable)];
    }

    /// <summary>What of a composed host could not be asked.</summary>
    public static IEnumerable<string> Notes(Task<HostAnswer>? host) =>
        (host?.GetAwaiter().GetResult().Host?.Notes ?? []).Select(n => $"Of the composed host, {n}.");

    private static Finding Finding(AppModel app, HostFailure failure, bool isPart)
    {
        var function = (failure.At is { } at ? HostSymbols.FunctionOf(app.Code, at) : null) ?? Main(app);
        return new()
        {
            Rule = KitRules.AppNotComposed,
            Severity = KitRules.AppNotComposed.DefaultSeverity,
            Confidence = Confidence.High,
            Message = $"The app was composed {(isPart ? "only in part" : "in vain")}: {failure.What}. {(isPart ? "Its container was read; endpoints and middleware come from code alone" : "Its services, endpoints and options come from code alone")}. {failure.Advice}",
            Where = function is null ? new("A:app", "the app", null) : Places.Of(app, function, null),
        };
    }

    private static SourceFunction? Main(AppModel app) =>
        app.Code.Program.Assemblies.Select(a => a.Main).OfType<MethodDefinition>().Select(app.Code.Folded.FunctionOf).OfType<SourceFunction>().FirstOrDefault();
}
