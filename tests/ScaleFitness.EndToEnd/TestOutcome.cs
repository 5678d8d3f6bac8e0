using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ScaleFitness.EndToEnd;

/// <summary>One test of a run.</summary>
internal sealed record TestCase(string Name, bool Passed, string Message, string StackTrace)
{
    /// <summary>The id in <c>ScaleFitnessTests.Rule(rule: "SF2001 unbounded query")</c>.</summary>
    public string Rule => Regex.Match(Name, "rule: \"([A-Z]+[0-9]+) ").Groups[1].Value;
}

/// <summary>A run of <c>dotnet test</c>: what it printed, and each test as the test platform recorded it.</summary>
internal sealed record TestOutcome(int ExitCode, string Output, IReadOnlyList<TestCase> Tests)
{
    private static readonly XNamespace _trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public IReadOnlySet<string> FailedRules => Tests.Where(test => !test.Passed).Select(test => test.Rule).ToHashSet();

    public TestCase Of(string rule) => Tests.Single(test => test.Rule == rule);

    public static TestOutcome Read(CommandResult result, string trx) =>
        new(result.ExitCode, result.Output, File.Exists(trx)
            ? [.. XDocument.Load(trx).Descendants(_trx + "UnitTestResult").Select(Read)]
            : []);

    public void AssertPassed() => Assert.True(ExitCode == 0 && Tests.Count > 0 && FailedRules.Count == 0, Output);

    private static TestCase Read(XElement result) => new(
        (string)result.Attribute("testName")!,
        (string?)result.Attribute("outcome") == "Passed",
        result.Descendants(_trx + "Message").FirstOrDefault()?.Value ?? "",
        result.Descendants(_trx + "StackTrace").FirstOrDefault()?.Value ?? "");
}
