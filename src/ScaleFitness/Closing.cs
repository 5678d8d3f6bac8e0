using ScaleFitness.Analysis;
using ScaleFitness.Baselines;
using ScaleFitness.Findings;
using ScaleFitness.History;
using ScaleFitness.Reports;
using ScaleFitness.Reports.Content;
using ScaleFitness.Verdicts;

namespace ScaleFitness;

/// <summary>Puts the report together and writes the files that go with it.</summary>
internal sealed class Closing(FitnessOptions options, BuildServer server, ProjectFiles files, ScaleContext context)
{
    public FitnessReport Of(Judgement judgement, AnalysisResult analysis)
    {
        var unwritten = Settle(judgement);
        var verdicts = judgement.Verdicts.Select(v => v with { Message = VerdictMessage.Of(v, HowToAccept(unwritten)) }).ToList();
        List<string> notes = [.. analysis.Notes, .. judgement.Notes, .. unwritten is null ? [] : new[] { unwritten }];
        var report = new FitnessReport
        {
            Verdicts = verdicts,
            Findings = judgement.Findings,
            Accepted = judgement.Comparison.Accepted,
            NotAnalysed = analysis.NotAnalysed,
            Unresolved = analysis.Unresolved,
            Notes = notes,
            Summary = SummaryLine.Of(verdicts, judgement.Comparison.Stale.Count, !server.IsPresent && unwritten is null),
            Annotations = server.Annotation is { } annotation ? verdicts.SelectMany(v => v.Failing).Select(annotation).ToList() : [],
        };
        return WithReports(options, report, Input(report) with { Context = context, Picture = analysis.Picture, Namespaces = analysis.Namespaces, OriginOf = OriginOf(judgement) }, successful: true);
    }

    /// <summary>The report of a run that could not begin: every rule fails, none is silently green, and no file of the user's is touched.</summary>
    public static FitnessReport Failed(FitnessOptions options, IReadOnlyList<RuleInfo> rules, string problem)
    {
        var verdicts = rules
            .OrderBy(r => r.Id, StringComparer.Ordinal)
            .Select(r => new RuleVerdict { Rule = r, Problem = problem, Message = problem })
            .ToList();
        var report = new FitnessReport { Verdicts = verdicts, Summary = $"ScaleFitness: nothing was checked. {problem}" };
        return WithReports(options, report, Input(report), successful: false);
    }

    private string? Settle(Judgement judgement) =>
        files.Baseline is not { } baseline || server.IsPresent
            ? null
            : new BaselineFiles(baseline.FullPath).Settle(judgement.Comparison, judgement.Added, judgement.Complete);

    private string HowToAccept(string? unwritten)
    {
        if (files.Baseline is not { } baseline)
            return "To accept, name a verified file and put into its \"accepted\", each with its reason in \"because\":";
        var paste = $"To accept, put into \"accepted\" of {baseline.Name}, each with its reason in \"because\":";
        var received = new BaselineFiles(baseline.FullPath).Received;
        return server.IsPresent || unwritten is not null
            ? paste
            : $"To accept everything new, move {Path.GetFileName(received)} over {Path.GetFileName(baseline.FullPath)} and give the reasons.\n{paste}";
    }

    private static ReportInput Input(FitnessReport report) => new()
    {
        Verdicts = report.Verdicts,
        NotAnalysed = [.. report.NotAnalysed.Select(n => (n.Method, n.Reason))],
        Unresolved = report.Unresolved,
        Notes = report.Notes,
    };

    // Git is asked only where somebody will read the answer.
    private Func<AcceptedFinding, Origin?> OriginOf(Judgement judgement) =>
        options.ReportsDirectory is { Length: > 0 } && judgement.Comparison is { Accepted.Count: > 0 } comparison
            ? new Origins(comparison.Accepted, comparison.Kept, files.Baseline?.FullPath).Of
            : _ => null;

    private static FitnessReport WithReports(FitnessOptions options, FitnessReport report, ReportInput input, bool successful)
    {
        var overview = new Overview(input with { Today = DateOnly.FromDateTime(options.Time.GetUtcNow().UtcDateTime) });
        if (options.ReportsDirectory is not { Length: > 0 } folder)
            return report with { Console = ConsoleSummary.Of(report.Summary, overview, null) };
        var unwritten = ReportFiles.Write(folder, overview, successful);
        return report with
        {
            Notes = unwritten is null ? report.Notes : [.. report.Notes, unwritten],
            Console = ConsoleSummary.Of(report.Summary, overview, unwritten is null ? Path.Combine(folder, ReportFiles.Page) : null),
        };
    }
}
