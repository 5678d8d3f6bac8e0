using ScaleFitness.Findings;

namespace ScaleFitness.Baselines;

/// <summary>The verified file and the received file beside it.</summary>
/// <param name="verified">The path of the verified file.</param>
internal sealed class BaselineFiles(string verified)
{
    /// <summary>The received file's path, by the convention that approving tools know.</summary>
    public string Received { get; } = ReceivedBeside(verified);

    /// <summary>
    /// Removes stale entries from the verified file, and writes or removes the received file. Never called on CI.
    /// </summary>
    /// <param name="comparison">What the run found.</param>
    /// <param name="added">Findings that fail and nothing accepts.</param>
    /// <param name="complete">Whether everything was looked at; if not, the absence of news proves nothing.</param>
    /// <returns>What could not be written, with the reason; null where all went well.</returns>
    public string? Settle(Comparison comparison, IReadOnlyList<Finding> added, bool complete)
    {
        try
        {
            if (comparison.Stale.Count > 0)
                AtomicFile.Write(verified, BaselineText.Of(comparison.Kept));
            if (added.Count > 0)
                AtomicFile.Write(Received, BaselineText.Of([.. comparison.Kept, .. added.Select(Entry)]));
            else if (complete && File.Exists(Received))
                File.Delete(Received);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The accepted exceptions beside {verified} could not be written: {e.Message}";
        }
    }

    /// <summary>The entry that would accept a finding, its reason still to be given.</summary>
    public static AcceptedException Entry(Finding finding) => new(finding.Rule.Id, finding.Fingerprint.At, "");

    private static string ReceivedBeside(string verified)
    {
        var name = Path.GetFileName(verified);
        var at = name.LastIndexOf(".verified.", StringComparison.OrdinalIgnoreCase);
        var received = at < 0
            ? Path.GetFileNameWithoutExtension(name) + ".received" + Path.GetExtension(name)
            : name[..at] + ".received." + name[(at + ".verified.".Length)..];
        return Path.Combine(Path.GetDirectoryName(verified) ?? "", received);
    }
}
