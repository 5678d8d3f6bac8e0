using ScaleFitness.Code.Folding;
using ScaleFitness.Findings;
using ScaleFitness.Model;

namespace ScaleFitness.Rules;

/// <summary>Who else comes to a place: one cause behind many callers is one finding, with them as related places.</summary>
internal static class Callers
{
    /// <summary>Calls of the function on requests or in background work, but for the one that the path shows; none where there is only that.</summary>
    public static IReadOnlyList<Place> Of(AppModel app, SourceFunction function, IReadOnlyList<Place> path)
    {
        var calls = app.CallSites.Of(function).Where(c => app.Reach.IsOnRequest(c.Function) || app.Reach.IsInBackground(c.Function)).ToList();
        return calls.Count < 2
            ? []
            : [.. calls.Select(c => Places.Of(app, c.Function, c.Position, "calls it")).Where(p => !path.Any(s => s.Location == p.Location && s.Member == p.Member)).Distinct()];
    }
}
