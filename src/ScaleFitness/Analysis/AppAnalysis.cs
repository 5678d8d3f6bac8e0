using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Rules;

namespace ScaleFitness.Analysis;

/// <summary>Reads the app, builds the model and runs the rules.</summary>
public static class AppAnalysis
{
    /// <summary>Runs every rule of the request over its assemblies. Never throws for a bad assembly: that is SF0004 or a note.</summary>
    /// <exception cref="OperationCanceledException">Never: an analysis always ends by itself.</exception>
    public static AnalysisResult Run(AnalysisRequest request)
    {
        var app = Read(request);
        if (app.Code.Program.Assemblies.IsEmpty)
            return Nothing(request, app);
        var outcomes = new List<RuleOutcome>();
        var models = new List<AppModel> { app };
        foreach (var rule in request.Rules)
        {
            outcomes.Add(rule.Examine(app));
            // The model is not made for two rules at once, and what the rule waits for others would wait for too.
            if (rule is GuardedRule { RunsOn: true })
                models.Add(app = Read(request));
        }

        outcomes = [.. outcomes.OrderBy(o => o.Rule.Id, StringComparer.Ordinal)];
        var gaps = Gaps.In(models);
        return new()
        {
            Outcomes = [new(KitRules.NothingToAnalyse, app.Code.Program.Assemblies.Length, [.. Unreadable(app)]), Gaps.Outcome(app, gaps), .. HostOutcome.Of(app, request.Host), .. outcomes],
            Suppressions = SuppressionReader.Read(app),
            NotAnalysed = [.. gaps.Select(g => new NotAnalysed(g.Gap.Function?.Owner.DisplayName ?? g.Gap.Method, g.Gap.Reason))],
            Namespaces = [.. app.Code.Folded.Methods.Where(m => !m.IsGenerated && m.Definition.DeclaringType is { IsExternal: false }).Select(m => m.Definition.DeclaringType.Reference.Namespace).Distinct().Order(StringComparer.Ordinal)],
            Unresolved = app.Code.Program.Unresolved,
            Picture = PictureReader.Of(app, outcomes),
            Notes = [.. HostOutcome.Notes(request.Host), .. app.Code.Program.Assemblies.Where(a => !a.HasSymbols).Select(a => $"{a.Name} has no debug information (PDB): its findings name members, not lines. Build with <DebugType>portable</DebugType>."),
                .. outcomes.Where(o => o.Undecided.Count > 0).Select(o => $"{o.Rule.TestName} could not decide {string.Join("; ", o.Undecided)}.")],
        };
    }

    private static AppModel Read(AnalysisRequest request) =>
        AppModel.Read(request.Assemblies, request.Context, request.RepositoryRoot, () => request.Host?.GetAwaiter().GetResult().Host);

    /// <summary>Every rule gets an outcome, so that none passes silently.</summary>
    private static AnalysisResult Nothing(AnalysisRequest request, AppModel app)
    {
        var findings = Unreadable(app).ToList();
        if (findings.Count == 0)
            findings.Add(Finding("no app assembly", "No assembly of the app was given to analyse: the test project references no project of the app. Add a <ProjectReference> to it."));
        return new()
        {
            Outcomes = [new(KitRules.NothingToAnalyse, 0, findings), .. request.Rules.Select(r => new RuleOutcome(r.Info, 0, [], "no assembly could be read"))],
        };
    }

    private static IEnumerable<Finding> Unreadable(AppModel app) =>
        app.Code.Program.Unreadable.Select(u => Finding(Path.GetFileName(u.Path), $"{Path.GetFileName(u.Path)} could not be analysed: {u.Reason}. Build the app again, or take the reference out."));

    private static Finding Finding(string subject, string message) => new()
    {
        Rule = KitRules.NothingToAnalyse,
        Severity = Severity.Blocker,
        Confidence = Confidence.High,
        Message = message,
        Where = new("A:" + subject, subject, null),
    };
}
