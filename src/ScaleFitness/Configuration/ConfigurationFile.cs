using System.Text.Json;
using Microsoft.Extensions.FileSystemGlobbing;
using ScaleFitness.Findings;
using ScaleFitness.Json;

namespace ScaleFitness.Configuration;

/// <summary>Reads <c>scalefitness.json</c>. What it does not understand is an error; nothing is guessed.</summary>
internal sealed class ConfigurationFile
{
    private readonly ContextSection _context;
    private readonly IReadOnlyCollection<string> _rules;
    private readonly Source _source;
    private readonly Values _values;

    /// <param name="path">The file.</param>
    /// <param name="rules">The ids of all rules there are, a team's own included.</param>
    public ConfigurationFile(string path, IReadOnlyCollection<string> rules)
    {
        _source = new(path, "Mend the file; build/scalefitness.schema.json of the package describes it.", Lenient);
        _values = new(_source);
        _context = new(_source, _values);
        _rules = rules;
    }

    private static JsonReaderOptions Lenient => new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <exception cref="InvalidFileException">The file cannot be read or understood.</exception>
    public FitnessConfiguration Read() => Read(_source.Read());

    private FitnessConfiguration Read(Part root)
    {
        var keys = new ObjectReader(_source, root, "the configuration", Keys.Root);
        keys.Get("$schema", p => _values.Text(p, "\"$schema\""), "");
        var none = new FitnessConfiguration();
        return new()
        {
            Context = keys.Get("context", _context.Read, none.Context),
            FailOn = keys.Get("failOn", ReadFailOn, none.FailOn),
            Rules = keys.Get("rules", ReadRules, none.Rules),
            ExcludedPaths = keys.Get("paths", ReadPaths, none.ExcludedPaths),
            ChangedSince = keys.Get("changedSince", p => _values.FilledText(p, "\"changedSince\""), none.ChangedSince),
            Modules = keys.Get("modules", p => ReadTexts(p, "\"modules\"", _values.FilledText), none.Modules),
            Composition = keys.Get("composition", ReadComposition, none.Composition),
        };
    }

    private FailOn ReadFailOn(Part part)
    {
        var keys = new ObjectReader(_source, part, "\"failOn\"", Keys.FailOn);
        var none = new FitnessConfiguration().FailOn;
        return new(
            keys.Get("severity", p => _values.Word(p, "\"severity\"", Words.Severities), none.Severity),
            keys.Get("confidence", p => _values.Word(p, "\"confidence\"", Words.Confidences), none.Confidence));
    }

    private Dictionary<string, Severity?> ReadRules(Part part)
    {
        var settings = new Dictionary<string, Severity?>();
        foreach (var (id, at, value) in _values.Object(part, "\"rules\"").Members)
        {
            if (!_rules.Contains(id))
                throw _source.Unknown(at, "rule", id, _rules);
            // Nothing to analyse must never be green: whoever wants no checks says so in the project file.
            if (id == KitRules.NothingToAnalyse.Id)
                throw _source.Error(at, $"{id} cannot be turned off or changed; to have no checks set the MSBuild property ScaleFitness to false.");
            settings.Add(id, _values.Word(value, $"\"{id}\"", Keys.RuleSettings));
        }

        return settings;
    }

    private List<string> ReadPaths(Part part)
    {
        var keys = new ObjectReader(_source, part, "\"paths\"", Keys.Paths);
        return keys.Get("exclude", p => _values.Array(p, "\"exclude\"").Items.Select(ReadGlob).ToList(), []);
    }

    private string ReadGlob(Part part)
    {
        var glob = _values.FilledText(part, "a glob of \"exclude\"");
        try
        {
            new Matcher().AddInclude(glob);
            return glob;
        }
        catch (ArgumentException e)
        {
            throw _source.Error(part.At, $"\"{glob}\" is not a glob: {e.Message}");
        }
    }

    private Dictionary<string, string> ReadTexts(Part part, string what, Func<Part, string, string> read) =>
        _values.Object(part, what).Members.ToDictionary(m => m.Name, m => read(m.Value, $"\"{m.Name}\""));

    private Composition ReadComposition(Part part)
    {
        var keys = new ObjectReader(_source, part, "\"composition\"", Keys.Composition);
        var none = new Composition();
        return new()
        {
            Environment = keys.Get("environment", p => _values.FilledText(p, "\"environment\""), none.Environment),
            Settings = keys.Get("settings", p => ReadTexts(p, "\"settings\"", _values.Text), none.Settings),
            Enabled = keys.Get("enabled", p => _values.Flag(p, "\"enabled\""), none.Enabled),
            TimeLimit = keys.Get("timeLimit", p => TimeSpan.FromSeconds(_values.Whole(p, "\"timeLimit\"", 1, 3600)), none.TimeLimit),
        };
    }
}
