using ScaleFitness.Analysis;
using ScaleFitness.Baselines;
using ScaleFitness.Configuration;
using ScaleFitness.Findings;
using ScaleFitness.Json;
using ScaleFitness.Rules;
using ScaleFitness.Verdicts;

namespace ScaleFitness;

/// <summary>One run: reads the user's files, has the app analysed and judged, writes what there is to write.</summary>
internal sealed class FitnessRun(FitnessOptions options)
{
    private readonly BuildServer _server = new(options.Variables);
    private readonly List<RuleInfo> _rules = [.. KitRules.All];

    public FitnessReport Report()
    {
        try
        {
            return Check();
        }
        catch (InvalidFileException e)
        {
            return Closing.Failed(options, _rules, e.Message);
        }
        catch (InvalidRuleException e)
        {
            return Closing.Failed(options, _rules, e.Message);
        }
        catch (Exception e)
        {
            return Closing.Failed(options, _rules, $"Nothing was checked: ScaleFitness itself failed. This is a bug; please report it with this text.\n{e}");
        }
    }

    private FitnessReport Check()
    {
        var files = new ProjectFiles(options);
        var rules = Discover();
        var ids = _rules.Select(r => r.Id).ToHashSet();
        var configuration = files.Configuration is { } file ? new ConfigurationFile(file.FullPath, ids).Read() : new();
        var baseline = files.Baseline is { } verified ? new VerifiedFile(verified.FullPath, ids, KitRules.MayBeAccepted).Read() : [];

        var watch = new RuleWatch(options.RuleTimeLimit);
        var guarded = rules.Where(r => !configuration.IsOff(r.Info.Id)).Select(r => new GuardedRule(r, watch)).ToList();
        var host = HostStart.Of(options, configuration.Composition);
        var analysis = options.Analyse(new(options.Assemblies, guarded, configuration.Context, files.Root) { Host = host });

        var today = DateOnly.FromDateTime(options.Time.GetUtcNow().UtcDateTime);
        var circumstances = new Circumstances(today, _server.IsPresent, files.Baseline, files.Configuration);
        var judgement = new Judge(configuration, baseline, circumstances).Of(EvidenceOf(analysis, rules, guarded));
        return new Closing(options, _server, files, configuration.Context).Of(judgement, analysis);
    }

    // The catalogue first: whatever a team's own rules are like, the tests of the catalogue have their names.
    private IReadOnlyList<Rule> Discover()
    {
        var kit = typeof(Rule).Assembly;
        _rules.AddRange(RuleDiscovery.In(kit).Select(r => r.Info));
        var all = RuleDiscovery.In([kit, .. options.RuleAssemblies]);
        _rules.AddRange(all.Select(r => r.Info).Where(r => _rules.All(known => known.Id != r.Id)).ToList());
        return all;
    }

    private Evidence EvidenceOf(AnalysisResult analysis, IReadOnlyList<Rule> rules, IReadOnlyList<GuardedRule> guarded) => new()
    {
        Rules = rules.Select(r => r.Info).ToList(),
        Outcomes = analysis.Outcomes,
        Suppressions = analysis.Suppressions,
        Problems = guarded.Where(r => r.Problem is not null).ToDictionary(r => r.Info.Id, r => r.Problem!),
        HasGaps = analysis.NotAnalysed.Count > 0,
        OnlyAssembly = options.Assemblies.Count == 1 ? Path.GetFileNameWithoutExtension(options.Assemblies[0]) : null,
    };
}
