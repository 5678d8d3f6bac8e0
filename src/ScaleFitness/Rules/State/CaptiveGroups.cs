using ScaleFitness.Model.Services;

namespace ScaleFitness.Rules.State;

/// <summary>Captives with one cause: what one keeper keeps, or one scoped service that many keep which keep nothing else.</summary>
/// <param name="ByScoped">Whether the scoped service is what they share.</param>
/// <param name="Captives">Not empty, in the order of the registrations.</param>
internal sealed record CaptiveGroup(bool ByScoped, IReadOnlyList<Captive> Captives)
{
    public Captive First => Captives[0];

    public static IEnumerable<CaptiveGroup> Of(IEnumerable<Captive> captives)
    {
        var keepers = captives.GroupBy(c => c.Cause).Select(g => g.DistinctBy(c => c.Service).ToList()).ToList();
        var shared = keepers.Where(k => k is [{ Scoped: not null }]).GroupBy(k => k[0].Scoped!.Cause).Where(g => g.Count() > 1).ToList();
        foreach (var group in shared)
            yield return new(true, [.. group.Select(k => k[0])]);
        var told = shared.SelectMany(g => g).ToHashSet();
        foreach (var keeper in keepers.Where(k => !told.Contains(k)))
            yield return new(false, keeper);
    }
}
