using ScaleFitness.Json;

namespace ScaleFitness.Baselines;

/// <summary>One entry of a verified file.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="At">What is accepted, as <see cref="Findings.Fingerprint.At"/> writes it.</param>
/// <param name="Because">The reason; empty is SF0001.</param>
/// <param name="Until">The last day (UTC) on which it holds.</param>
/// <param name="Line">Where it stands in the file.</param>
internal sealed record AcceptedException(string Rule, string At, string Because, DateOnly? Until = null, Position Line = default)
{
    public (string Rule, string At) Key => (Rule, At);

    public bool IsPast(DateOnly today) => Until < today;

    public bool HasReason => !string.IsNullOrWhiteSpace(Because);
}
