using ScaleFitness.Findings;
using static System.FormattableString;

namespace ScaleFitness.Reports;

/// <summary>Failing findings as the log commands that GitHub Actions and Azure Pipelines turn into annotations.</summary>
internal static class Annotations
{
    /// <summary><c>::error file=…,line=…::text</c></summary>
    public static string GitHub(Finding finding)
    {
        var properties = new List<string>();
        if (finding.Where.Location is { } at)
        {
            properties.Add($"file={GitHubProperty(at.File)}");
            properties.Add(Invariant($"line={at.Line}"));
            properties.Add(Invariant($"endLine={at.EndLine}"));
            // Columns of a region over several lines are not taken.
            if (at.EndLine == at.Line)
                properties.Add(Invariant($"col={at.Column},endColumn={at.EndColumn}"));
        }

        properties.Add($"title={GitHubProperty(finding.Rule.TestName)}");
        return $"::error {string.Join(',', properties)}::{GitHubText(finding.Message)}";
    }

    /// <summary><c>##vso[task.logissue type=error;sourcepath=…;linenumber=…]text</c></summary>
    public static string Azure(Finding finding)
    {
        var source = finding.Where.Location is { } at
            ? Invariant($"sourcepath={AzureProperty(at.File)};linenumber={at.Line};columnnumber={at.Column};")
            : "";
        return $"##vso[task.logissue type=error;{source}code={AzureProperty(finding.Rule.Id)};]{AzureText(finding.Message)}";
    }

    // The escapes that the two runners undo; the percent sign first, since the others bring new ones.
    private static string GitHubText(string text) => WithoutBreaks(text.Replace("%", "%25", StringComparison.Ordinal));

    private static string GitHubProperty(string text) =>
        GitHubText(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static string AzureText(string text) => WithoutBreaks(text.Replace("%", "%AZP25", StringComparison.Ordinal));

    private static string AzureProperty(string text) =>
        AzureText(text).Replace(";", "%3B", StringComparison.Ordinal).Replace("]", "%5D", StringComparison.Ordinal);

    private static string WithoutBreaks(string text) =>
        text.Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);
}
