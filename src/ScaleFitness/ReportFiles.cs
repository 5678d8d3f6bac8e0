using ScaleFitness.Baselines;
using ScaleFitness.Reports.Content;
using ScaleFitness.Reports.Html;
using ScaleFitness.Reports.Markdown;
using ScaleFitness.Reports.Sarif;

namespace ScaleFitness;

/// <summary>The reports of a run, written side by side.</summary>
internal static class ReportFiles
{
    /// <summary>The file for people.</summary>
    public const string Page = "report.html";

    /// <summary>Writes all of them.</summary>
    /// <returns>What could not be written, with the reason; null where all went well.</returns>
    public static string? Write(string folder, Overview overview, bool successful)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var input = overview.Input;
            var said = input.Notes
                .Concat(input.NotAnalysed.Select(n => $"Not analysed: {n.Method}: {n.Reason}"))
                .Concat(input.Unresolved.Select(u => $"Reference not resolved: {u}"));
            AtomicFile.Write(Path.Combine(folder, "report.sarif"), SarifReport.Of(input.Verdicts, [.. said], successful));
            AtomicFile.Write(Path.Combine(folder, "report.md"), MarkdownReport.Of(overview));
            AtomicFile.Write(Path.Combine(folder, Page), HtmlReport.Of(overview));
            AtomicFile.Write(Path.Combine(folder, "summary.json"), SummaryJson.Of(overview));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return $"The reports could not be written to {folder}: {e.Message}";
        }
    }
}
