using System.Globalization;
using System.Text.Json;
using ScaleFitness.Json;

namespace ScaleFitness.Baselines;

/// <summary>Reads accepted exceptions. A file that cannot be understood is an error and is never overwritten.</summary>
internal sealed class VerifiedFile
{
    private static readonly IReadOnlyList<string> RootKeys = ["accepted"];
    private static readonly IReadOnlyList<string> EntryKeys = ["rule", "at", "because", "until"];

    private readonly Func<string, bool> _mayBeAccepted;
    private readonly IReadOnlyCollection<string> _rules;
    private readonly Source _source;
    private readonly Values _values;

    /// <param name="path">The file.</param>
    /// <param name="rules">The ids of all rules there are.</param>
    /// <param name="mayBeAccepted">Whether findings of a rule may be accepted at all.</param>
    public VerifiedFile(string path, IReadOnlyCollection<string> rules, Func<string, bool> mayBeAccepted)
    {
        (_rules, _mayBeAccepted) = (rules, mayBeAccepted);
        // Trailing commas come from merges and lose nothing; comments would be lost when the file is tightened.
        _source = new(path, "Nothing was overwritten: mend the file by hand, or take it from version control.", new() { AllowTrailingCommas = true });
        _values = new(_source);
    }

    /// <summary>The entries; none where there is no file.</summary>
    /// <exception cref="InvalidFileException">The file cannot be read or understood.</exception>
    public IReadOnlyList<AcceptedException> Read()
    {
        if (!File.Exists(_source.File))
            return [];
        var root = new ObjectReader(_source, _source.Read(), "the file", RootKeys);
        var entries = new List<AcceptedException>();
        var seen = new HashSet<(string, string)>();
        foreach (var part in _values.Array(root.Demand("accepted"), "\"accepted\"").Items)
        {
            var entry = ReadEntry(part);
            if (!seen.Add(entry.Key))
                throw _source.Error(part.At, $"{entry.Rule} at \"{entry.At}\" is accepted here for the second time.");
            entries.Add(entry);
        }

        return entries;
    }

    private AcceptedException ReadEntry(Part part)
    {
        var keys = new ObjectReader(_source, part, "an accepted exception", EntryKeys);
        return new(
            ReadRule(keys.Demand("rule")),
            _values.FilledText(keys.Demand("at"), "\"at\""),
            keys.Get("because", p => _values.Text(p, "\"because\""), ""),
            keys.Get<DateOnly?>("until", ReadDate, null),
            part.At);
    }

    private string ReadRule(Part part)
    {
        var rule = _values.Text(part, "\"rule\"");
        if (!_rules.Contains(rule))
            throw _source.Unknown(part.At, "rule", rule, _rules);
        return _mayBeAccepted(rule) ? rule : throw _source.Error(part.At, $"{rule} cannot be accepted as an exception.");
    }

    private DateOnly? ReadDate(Part part)
    {
        var text = _values.Text(part, "\"until\"");
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw _source.Error(part.At, $"\"until\" must be a date such as 2027-03-01 (year-month-day, UTC), and is \"{text}\".");
    }
}
