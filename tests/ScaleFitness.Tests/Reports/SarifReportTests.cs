using System.Text.Json.Nodes;
using ScaleFitness.Findings;
using ScaleFitness.Reports.Sarif;
using ScaleFitness.Tests.Samples;
using ScaleFitness.Verdicts;

namespace ScaleFitness.Tests.Reports;

public sealed class SarifReportTests
{
    private static readonly RuleVerdict[] _verdicts =
    [
        new()
        {
            Rule = Sample.StaticCache,
            Reported = [Sample.Finding(Sample.StaticCache, "F:Shop.Prices._all") with { Severity = Severity.Low, Where = new("F:Shop.Prices._all", "Shop.Prices._all", null) }],
            Accepted = [new(Sample.Finding(Sample.StaticCache, "F:Shop.A"), "measured", new(2027, 3, 1), false), new(Sample.Finding(Sample.StaticCache, "F:Shop.B"), "why", null, true)],
        },
        new()
        {
            Rule = Sample.UnboundedQuery,
            Failing =
            [
                Sample.Finding(Sample.UnboundedQuery, "M:Shop.Orders.List(System.Int32)", subject: "Order") with
                {
                    Ordinal = 2,
                    Path = [Sample.Place("M:Shop.Api.Get", 3, "GET /orders"), Sample.Place("M:Shop.Orders.List(System.Int32)")],
                    Related = [Sample.Place("M:Shop.Orders.Load", 50)],
                    Projection = new("rows", "1", "10", "100", ["Order has 10,000 rows"]) { BreaksAt = new(2, "at 2x today's rows: full"), Exhausts = Resource.Memory },
                    SeverityNote = "raised",
                },
            ],
        },
        new() { Rule = Sample.Rule("SF3001", "blocking"), NotApplicable = "nothing blocks" },
        new() { Rule = Sample.Rule("SF4001", "broken"), Problem = "it threw" },
    ];

    private static readonly string _text = SarifReport.Of(_verdicts, ["a note"], successful: true);
    private static readonly JsonNode _log = JsonNode.Parse(_text)!;
    private static readonly JsonNode _run = Assert.Single(_log["runs"]!.AsArray())!;
    private static readonly JsonNode _query = _run["results"]!.AsArray().Single(r => (string)r!["ruleId"]! == "SF2001")!;

    [Fact]
    public void It_is_sarif_2_1_0()
    {
        Assert.Equal("2.1.0", (string)_log["version"]!);
        Assert.EndsWith("sarif-2.1.0.json", (string)_log["$schema"]!, StringComparison.Ordinal);
        Assert.Equal("ScaleFitness", (string)Driver["name"]!);
        Assert.Matches(@"^\d+\.\d+\.\d+$", (string)Driver["semanticVersion"]!);
        Assert.Equal("utf16CodeUnits", (string)_run["columnKind"]!);
    }

    [Fact]
    public void Each_rule_is_described()
    {
        Assert.Equal(["SF1001", "SF2001", "SF3001", "SF4001"], Driver["rules"]!.AsArray().Select(r => (string)r!["id"]!));
        Assert.All(Driver["rules"]!.AsArray(), r =>
        {
            Assert.NotEmpty((string)r!["shortDescription"]!["text"]!);
            Assert.NotEmpty((string)r["fullDescription"]!["text"]!);
            Assert.NotEmpty((string)r["help"]!["text"]!);
            Assert.Contains((string)r["defaultConfiguration"]!["level"]!, _levels);
        });
    }

    [Fact]
    public void Every_result_has_what_the_format_demands_and_we_promise() =>
        Assert.All(_run["results"]!.AsArray(), r =>
        {
            Assert.Equal((string)r!["ruleId"]!, (string)Driver["rules"]![(int)r["ruleIndex"]!]!["id"]!);
            Assert.NotEmpty((string)r["message"]!["text"]!);
            Assert.Contains((string)r["level"]!, _levels);
            Assert.NotEmpty((string)r["partialFingerprints"]!["scaleFitness/v1"]!);
            Assert.IsType<JsonArray>(r["suppressions"]);
            Assert.NotEmpty((string)Assert.Single(r["locations"]!.AsArray())!["logicalLocations"]![0]!["fullyQualifiedName"]!);
        });

    [Fact]
    public void Every_region_counts_from_one_and_every_uri_is_relative() =>
        Assert.All(Physical(_run["results"]!), p =>
        {
            Assert.InRange((int)p["region"]!["startLine"]!, 1, int.MaxValue);
            Assert.InRange((int)p["region"]!["startColumn"]!, 1, int.MaxValue);
            Assert.InRange((int)p["region"]!["endColumn"]!, (int)p["region"]!["startColumn"]!, int.MaxValue);
            Assert.NotEmpty((string)p["region"]!["snippet"]!["text"]!);
            var artifact = p["artifactLocation"]!;
            Assert.False(Uri.TryCreate((string)artifact["uri"]!, UriKind.Absolute, out _));
            Assert.NotNull(_run["originalUriBaseIds"]![(string)artifact["uriBaseId"]!]);
        });

    [Fact]
    public void A_finding_is_told_in_full()
    {
        Assert.Equal("error", (string)_query["level"]!);
        Assert.Equal("SF2001 M:Shop.Orders.List(System.Int32)#Order~2", (string)_query["partialFingerprints"]!["scaleFitness/v1"]!);
        var logical = _query["locations"]![0]!["logicalLocations"]![0]!;
        Assert.Equal("M:Shop.Orders.List(System.Int32)", (string)logical["fullyQualifiedName"]!);
        Assert.Equal("member", (string)logical["kind"]!);
        var steps = _query["codeFlows"]![0]!["threadFlows"]![0]!["locations"]!.AsArray();
        Assert.Equal(["M:Shop.Api.Get", "M:Shop.Orders.List(System.Int32)"], steps.Select(s => (string)s!["location"]!["logicalLocations"]![0]!["fullyQualifiedName"]!));
        Assert.Equal("GET /orders", (string)steps[0]!["location"]!["message"]!["text"]!);
        Assert.Single(_query["relatedLocations"]!.AsArray());
        Assert.Equal("10", (string)_query["properties"]!["projection"]!["at10"]!);
        Assert.Equal("at 2x today's rows: full", (string)_query["properties"]!["projection"]!["breaks"]!);
        Assert.Equal("memory", (string)_query["properties"]!["projection"]!["exhausts"]!);
        Assert.Equal("raised", (string)_query["properties"]!["severityNote"]!);
        Assert.True((bool)_query["properties"]!["failing"]!);
        Assert.Empty(_query["suppressions"]!.AsArray());
    }

    [Fact]
    public void Accepted_findings_are_listed_with_their_reasons()
    {
        var suppressions = _run["results"]!.AsArray().SelectMany(r => r!["suppressions"]!.AsArray()).ToList();
        Assert.Equal(["external", "inSource"], suppressions.Select(s => (string)s!["kind"]!));
        Assert.Equal(["measured", "why"], suppressions.Select(s => (string)s!["justification"]!));
        Assert.All(suppressions, s => Assert.Equal("accepted", (string)s!["status"]!));
        Assert.Equal("2027-03-01", (string)suppressions[0]!["properties"]!["until"]!);
    }

    [Fact]
    public void What_is_not_a_finding_is_a_notification()
    {
        var invocation = Assert.Single(_run["invocations"]!.AsArray())!;
        Assert.True((bool)invocation["executionSuccessful"]!);
        Assert.Equal(
            ["SF3001 blocking: not applicable: nothing blocks", "it threw", "a note"],
            invocation["toolExecutionNotifications"]!.AsArray().Select(n => (string)n!["message"]!["text"]!));
        Assert.False((bool)JsonNode.Parse(SarifReport.Of([], [], successful: false))!["runs"]![0]!["invocations"]![0]!["executionSuccessful"]!);
    }

    [Fact]
    public void It_knows_no_machine_and_no_time()
    {
        Assert.DoesNotContain("/repo", _text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', _text);
        Assert.EndsWith("}\n", _text, StringComparison.Ordinal);
        Assert.DoesNotContain("Utc\"", _text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Under.Cultures), MemberType = typeof(Under))]
    public void Culture_changes_nothing(string culture) =>
        Assert.Equal(_text, Under.Culture(culture, () => SarifReport.Of(_verdicts, ["a note"], successful: true)));

    [Fact]
    public void A_uri_is_escaped()
    {
        var finding = Sample.Finding(Sample.StaticCache);
        finding = finding with { Where = finding.Where with { Location = finding.Where.Location! with { File = "a b/c#d/é.cs" } } };
        var log = JsonNode.Parse(SarifReport.Of([new() { Rule = Sample.StaticCache, Failing = [finding] }], [], true))!;
        Assert.Equal("a%20b/c%23d/%C3%A9.cs", (string)Assert.Single(Physical(log))["artifactLocation"]!["uri"]!);
    }

    private static readonly string[] _levels = ["error", "warning", "note", "none"];

    private static JsonNode Driver => _run["tool"]!["driver"]!;

    private static IEnumerable<JsonNode> Physical(JsonNode node) => node switch
    {
        JsonObject o => o.SelectMany(p => p.Value is null ? [] : p.Key == "physicalLocation" ? [p.Value] : Physical(p.Value)),
        JsonArray a => a.SelectMany(i => i is null ? [] : Physical(i)),
        _ => [],
    };
}
