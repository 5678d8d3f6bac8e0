using ScaleFitness.Baselines;
using ScaleFitness.Findings;
using ScaleFitness.Reports.Content;

namespace ScaleFitness.History;

/// <summary>Who accepted an exception: the owner of its line in the verified file, or, where an attribute accepts it, of the line of the finding.</summary>
internal sealed class Origins
{
    /// <summary>Reports are written while somebody waits for their tests.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Dictionary<AcceptedFinding, Origin> _known = new(ReferenceEqualityComparer.Instance);

    /// <param name="accepted">The exceptions.</param>
    /// <param name="entries">The verified file's entries, at the lines that they have now.</param>
    /// <param name="verified">The verified file, or null.</param>
    public Origins(IReadOnlyList<AcceptedFinding> accepted, IReadOnlyList<AcceptedException> entries, string? verified)
    {
        var lineOf = entries.ToDictionary(e => e.Key, e => e.Line.Line);
        var blame = new Blame(Patience);
        foreach (var file in accepted.Select(a => (Accepted: a, Line: LineOf(a))).Where(a => a.Line.File is not null).GroupBy(a => a.Line.File!))
        {
            var lines = blame.Of(file.Key, file.Select(a => a.Line.Number));
            foreach (var (exception, line) in file)
                if (lines.TryGetValue(line.Number, out var origin))
                    _known[exception] = origin.Since is null ? new("", null) : new(origin.Author, origin.Since);
        }

        (string? File, int Number) LineOf(AcceptedFinding exception) =>
            exception.InSource ? (exception.Finding.Where.Location?.FullPath, exception.Finding.Where.Location?.Line ?? 0)
            : lineOf.TryGetValue((exception.Finding.Rule.Id, exception.Finding.Fingerprint.At), out var line) ? (verified, line)
            : (null, 0);
    }

    public Origin? Of(AcceptedFinding exception) => _known.GetValueOrDefault(exception);
}
