using ScaleFitness.Findings.Picture;

namespace ScaleFitness.Reports.Html;

/// <summary>
/// Places services in three lanes so that lines cross little: each service goes to the mean place of its neighbours in
/// the other lanes, a few times over (the barycentre heuristic of Sugiyama, Tagawa and Toda, 1981).
/// </summary>
internal sealed class LaneLayout
{
    /// <summary>More than these in a lane nobody looks at: those with captive dependencies stay, then those with most neighbours.</summary>
    private const int Most = 40;

    private const int Rounds = 6;

    private readonly Dictionary<string, double> _places = [];

    public LaneLayout(AppPicture picture)
    {
        var neighbours = picture.Dependencies.SelectMany(d => new[] { (d.From, d.To), (From: d.To, To: d.From) }).ToLookup(d => d.Item1, d => d.Item2);
        var captive = picture.Dependencies.Where(d => d.IsCaptive).SelectMany(d => new[] { d.From, d.To }).ToHashSet(StringComparer.Ordinal);
        var shown = picture.Services.GroupBy(s => s.Lane).ToDictionary(lane => lane.Key, lane => lane
            .OrderByDescending(s => captive.Contains(s.Id)).ThenByDescending(s => neighbours[s.Id].Count()).ThenBy(s => s.Name, StringComparer.Ordinal)
            .Take(Most).OrderBy(s => s.Name, StringComparer.Ordinal).ToList());
        LeftOut = picture.Services.Count - shown.Values.Sum(l => l.Count);
        foreach (var lane in shown.Values)
            Number(lane);
        for (var round = 0; round < Rounds; round++)
            foreach (var lane in Enum.GetValues<Lane>())
                if (shown.TryGetValue(lane, out var services))
                    Number(shown[lane] = [.. services.OrderBy(s => Barycentre(s, neighbours)).ThenBy(s => s.Name, StringComparer.Ordinal)]);
        Lanes = shown;
    }

    /// <summary>Services from top to bottom, by lane.</summary>
    public IReadOnlyDictionary<Lane, List<PicturedService>> Lanes { get; }

    /// <summary>How many services are not shown.</summary>
    public int LeftOut { get; }

    /// <summary>The row of a service in its lane, from zero; null where it is not shown.</summary>
    public int? RowOf(string id) => _places.TryGetValue(id, out var place) ? (int)place : null;

    private double Barycentre(PicturedService service, ILookup<string, string> neighbours)
    {
        var places = neighbours[service.Id].Where(_places.ContainsKey).Select(n => _places[n]).ToList();
        return places.Count == 0 ? _places[service.Id] : places.Average();
    }

    private void Number(List<PicturedService> lane)
    {
        for (var i = 0; i < lane.Count; i++)
            _places[lane[i].Id] = i;
    }
}
