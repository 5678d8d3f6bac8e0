using ScaleFitness.Findings;
using ScaleFitness.Tests.Samples;

namespace ScaleFitness.Tests.Checks;

/// <summary>What a user's files do to a run, and a run to the user's files.</summary>
public sealed class FitnessTests : IDisposable
{
    private const string Accepted = """{ "rule": "SHOP001", "at": "M:Shop.Orders.List", "because": "measured" }""";

    private readonly Bench _bench = new();
    private readonly RuleInfo _rule = new TeamRule().Info;

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void A_teams_own_rules_are_run_with_the_catalogue()
    {
        var report = _bench.Check();
        Assert.True(report.Passed);
        Assert.Equal("SHOP001 team's own", Bench.Of(report, "SHOP001").Rule.TestName);
        Assert.Empty(_bench.Folder.Files());
    }

    [Fact]
    public void A_new_finding_fails_and_is_offered_for_acceptance()
    {
        var report = _bench.Found(Outcome("M:Shop.Orders.List", "M:Shop.Orders.Load")).Accept(Accepted).Check();
        var verdict = Bench.Of(report, "SHOP001");

        Assert.False(verdict.Passed);
        Assert.Equal("M:Shop.Orders.Load", verdict.FirstFailure!.Where.Member);
        Assert.EndsWith("    { \"rule\": \"SHOP001\", \"at\": \"M:Shop.Orders.Load\", \"because\": \"\" }", verdict.Message, StringComparison.Ordinal);
        Assert.Equal(
            """
            {
              "accepted": [
                { "rule": "SHOP001", "at": "M:Shop.Orders.List", "because": "measured" },
                { "rule": "SHOP001", "at": "M:Shop.Orders.Load", "because": "" }
              ]
            }

            """.ReplaceLineEndings("\n"),
            File.ReadAllText(_bench.Received));
    }

    [Fact]
    public void Approving_is_moving_and_then_a_reason_is_asked_for()
    {
        _bench.Found(Outcome("M:Shop.Orders.Load")).Check();
        File.Move(_bench.Received, _bench.Verified, overwrite: true);

        var report = _bench.Check();

        Assert.True(Bench.Of(report, "SHOP001").Passed);
        Assert.Contains("without a reason", Bench.Of(report, "SF0001").Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_bench.Received));
    }

    [Fact]
    public void When_nothing_is_new_the_received_file_goes()
    {
        File.WriteAllText(_bench.Received, "old news");
        _bench.Found(Outcome("M:Shop.Orders.List")).Accept(Accepted).Check();
        Assert.False(File.Exists(_bench.Received));
    }

    [Fact]
    public void A_solved_exception_leaves_the_verified_file_on_a_developers_machine()
    {
        var report = _bench.Found(Outcome("M:Shop.Orders.List")).Accept(Accepted, Accepted.Replace("List", "Gone", StringComparison.Ordinal)).Check();

        Assert.True(report.Passed);
        Assert.Contains("1 finding accepted (1 exception no longer occurred and left the verified file)", report.Summary, StringComparison.Ordinal);
        Assert.Equal($"{{\n  \"accepted\": [\n    {Accepted}\n  ]\n}}\n", File.ReadAllText(_bench.Verified));
    }

    [Fact]
    public void What_is_said_of_a_tightened_file_leads_to_the_lines_it_then_has()
    {
        var report = _bench.Found(Outcome("M:Shop.Orders.List"))
            .Accept(Accepted.Replace("List", "Gone", StringComparison.Ordinal), Accepted.Replace("measured", "", StringComparison.Ordinal)).Check();

        var line = Bench.Of(report, "SF0001").FirstFailure!.Where.Location!.Line;
        Assert.Contains("M:Shop.Orders.List", File.ReadAllLines(_bench.Verified)[line - 1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CI", "true")]
    [InlineData("TF_BUILD", "True")]
    [InlineData("GITHUB_ACTIONS", "true")]
    [InlineData("GITLAB_CI", "1")]
    [InlineData("JENKINS_URL", "x")]
    [InlineData("TEAMCITY_VERSION", "x")]
    [InlineData("BUILDKITE", "true")]
    [InlineData("CIRCLECI", "true")]
    [InlineData("APPVEYOR", "True")]
    [InlineData("CODEBUILD_BUILD_ID", "x")]
    public void On_ci_nothing_is_written(string variable, string value)
    {
        _bench.Set(variable, value).Found(Outcome("M:Shop.Orders.New")).Accept(Accepted);
        File.WriteAllText(_bench.Received, "old news");
        var before = File.ReadAllText(_bench.Verified);

        var report = _bench.Check();

        Assert.Equal(before, File.ReadAllText(_bench.Verified));
        Assert.Equal("old news", File.ReadAllText(_bench.Received));
        Assert.Equal(["ScaleFitness.received.json", "ScaleFitness.verified.json"], _bench.Folder.Files());
        Assert.Equal(Severity.Low, Assert.Single(Bench.Of(report, "SF0002").Reported).Severity);
        Assert.EndsWith("\"at\": \"M:Shop.Orders.New\", \"because\": \"\" }", Bench.Of(report, "SHOP001").Message, StringComparison.Ordinal);
        Assert.DoesNotContain("received", Bench.Of(report, "SHOP001").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("false")]
    [InlineData("0")]
    [InlineData("")]
    public void A_variable_that_says_no_is_no_ci(string value)
    {
        _bench.Set("CI", value).Accept(Accepted).Check();
        Assert.DoesNotContain("Orders", File.ReadAllText(_bench.Verified), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_carriage_returns_is_not_touched_while_nothing_changes()
    {
        _bench.Found(Outcome("M:Shop.Orders.List")).Accept(Accepted);
        File.WriteAllText(_bench.Verified, File.ReadAllText(_bench.Verified).ReplaceLineEndings("\r\n"));
        var before = File.ReadAllBytes(_bench.Verified);

        Assert.True(_bench.Check().Passed);
        Assert.Equal(before, File.ReadAllBytes(_bench.Verified));
    }

    [Fact]
    public void A_broken_verified_file_fails_every_rule_and_is_not_touched()
    {
        File.WriteAllText(_bench.Verified, "{ \"accepted\": [\n<<<<<<< HEAD\n");
        var report = _bench.Found(Outcome("M:Shop.Orders.List")).Check();

        Assert.All(report.Verdicts, v => Assert.False(v.Passed));
        Assert.All(report.Verdicts, v => Assert.StartsWith($"{_bench.Verified}(2,1): error: this is not valid JSON", v.Message, StringComparison.Ordinal));
        Assert.Contains(report.Verdicts, v => v.Rule.Id == "SHOP001");
        Assert.Equal("{ \"accepted\": [\n<<<<<<< HEAD\n", File.ReadAllText(_bench.Verified));
        Assert.Equal(["ScaleFitness.verified.json"], _bench.Folder.Files());
    }

    [Fact]
    public void A_broken_configuration_fails_every_rule()
    {
        _bench.Folder.Write("scalefitness.json", "{ \"rules\": { \"SHOP01\": \"off\" } }");
        var report = _bench.Check();
        Assert.All(report.Verdicts, v => Assert.Contains("(1,14): error: unknown rule \"SHOP01\"; did you mean \"SHOP001\"?", v.Message, StringComparison.Ordinal));
        Assert.StartsWith("ScaleFitness: nothing was checked.", report.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_that_is_named_must_be_there() =>
        Assert.All(
            Fitness.Check(_bench.Options with { ConfigurationPath = _bench.Folder["other.json"] }).Verdicts,
            v => Assert.Contains("cannot be read", v.Message, StringComparison.Ordinal));

    [Fact]
    public void An_analysis_that_throws_fails_every_rule_and_asks_for_a_report()
    {
        var report = Fitness.Check(_bench.Options with { Analyse = _ => throw new InvalidOperationException("ouch") });
        Assert.All(report.Verdicts, v => Assert.Contains("ouch", v.Message, StringComparison.Ordinal));
        Assert.All(report.Verdicts, v => Assert.Contains("This is a bug", v.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_that_is_off_is_not_run()
    {
        _bench.Folder.Write("scalefitness.json", "{ \"rules\": { \"SHOP001\": \"off\" } }");
        var ran = new List<string>();
        var report = Fitness.Check(_bench.Options with
        {
            Analyse = request =>
            {
                ran.AddRange(request.Rules.Select(r => r.Info.Id));
                return _bench.Options.Analyse(request);
            },
        });
        Assert.DoesNotContain("SHOP001", ran);
        Assert.Contains("SHOP002", ran);
        Assert.Equal("SHOP001 team's own: not applicable: turned off in the configuration", Bench.Of(report, "SHOP001").Message);
    }

    [Fact]
    public void The_date_is_taken_in_utc()
    {
        _bench.Accept(Accepted.Replace(" }", ", \"until\": \"2027-03-01\" }", StringComparison.Ordinal)).Found(Outcome("M:Shop.Orders.List"));
        _bench.Now = new(2027, 3, 2, 1, 0, 0, TimeSpan.FromHours(2));
        Assert.True(_bench.Check().Passed);
        _bench.Now = new(2027, 3, 1, 23, 0, 0, TimeSpan.FromHours(-2));
        Assert.False(_bench.Check().Passed);
    }

    [Fact]
    public void Without_a_project_nothing_is_read_or_written()
    {
        _bench.Found(Outcome("M:Shop.Orders.List"));
        var report = Fitness.Check(_bench.Options with { ProjectDirectory = null });
        Assert.False(report.Passed);
        Assert.Empty(_bench.Folder.Files());
    }

    [Theory]
    [InlineData("GITHUB_ACTIONS", "::error file=src/Orders.cs,line=42,")]
    [InlineData("TF_BUILD", "##vso[task.logissue type=error;sourcepath=src/Orders.cs;")]
    public void A_build_server_gets_its_annotations(string variable, string start) =>
        Assert.StartsWith(start, Assert.Single(_bench.Set(variable, "true").Found(Outcome("M:Shop.Orders.List")).Check().Annotations), StringComparison.Ordinal);

    [Fact]
    public void Reports_are_written_where_they_are_asked_for()
    {
        _bench.Found(Outcome("M:Shop.Orders.List"));
        var folder = _bench.Folder["reports"];
        Fitness.Check(_bench.Options with { ReportsDirectory = folder });
        var first = Files();
        Assert.Equal(["report.html", "report.md", "report.sarif", "summary.json"], first.Select(f => f.Name));
        Fitness.Check(_bench.Options with { ReportsDirectory = folder });
        Assert.Equal(first, Files());

        List<(string Name, string Text)> Files() =>
            [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(path => (Path.GetFileName(path), File.ReadAllText(path)))];
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("")]
    public void No_path_is_so_odd_that_it_throws(string path)
    {
        var report = Fitness.Check(_bench.Options with { ProjectDirectory = path, BaselinePath = path, ConfigurationPath = path, ReportsDirectory = path });
        Assert.NotEmpty(report.Verdicts);
        Assert.Equal(path.Length == 0, report.Passed);
    }

    [Fact]
    public void Reports_that_cannot_be_written_are_a_note()
    {
        var report = Fitness.Check(_bench.Options with { ReportsDirectory = _bench.Folder.Write("file", "") });
        Assert.True(report.Passed);
        Assert.Contains(report.Notes, n => n.Contains("could not be written", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Under.Cultures), MemberType = typeof(Under))]
    public void Culture_changes_neither_files_nor_messages(string culture)
    {
        _bench.Accept(Accepted.Replace(" }", ", \"until\": \"2027-02-01\" }", StringComparison.Ordinal)).Found(Outcome("M:Shop.Orders.List", "M:Shop.Orders.İI"));
        var expected = Under.Culture("en-US", Everything);
        Assert.Equal(expected, Under.Culture(culture, Everything));
    }

    private string Everything()
    {
        var report = Fitness.Check(_bench.Options with { ReportsDirectory = _bench.Folder["reports"] });
        return string.Join('\n', [report.Summary, .. report.Verdicts.Select(v => v.Message), File.ReadAllText(_bench.Received), .. Directory.EnumerateFiles(_bench.Folder["reports"]).Order(StringComparer.Ordinal).Select(File.ReadAllText)]);
    }

    private RuleOutcome Outcome(params string[] members) => Sample.Outcome(_rule, [.. members.Select(m => Sample.Finding(_rule, m))]);
}
