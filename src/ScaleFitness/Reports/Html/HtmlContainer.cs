using ScaleFitness.Findings.Picture;

namespace ScaleFitness.Reports.Html;

/// <summary>Draws the container: a lane for each lifetime, a line from each service to what it is made with, captive ones in red.</summary>
internal sealed class HtmlContainer
{
    private const int BoxWidth = 250;
    private const int BoxHeight = 24;
    private const int RowHeight = 32;
    private const int LaneWidth = 385;
    private const int Top = 34;
    private const int LongestName = 32;

    private readonly AppPicture _picture;
    private readonly LaneLayout _layout;
    private readonly Dictionary<string, Lane> _lanes;

    private HtmlContainer(AppPicture picture)
    {
        _picture = picture;
        _layout = new(picture);
        _lanes = picture.Services.ToDictionary(s => s.Id, s => s.Lane, StringComparer.Ordinal);
    }

    public static Markup Of(AppPicture picture) => picture.Services.Count == 0 ? Markup.None : new HtmlContainer(picture).Draw();

    private Markup Draw()
    {
        var rows = _layout.Lanes.Values.Max(l => l.Count);
        var height = Top + (rows * RowHeight) + 4;
        var captive = _picture.Dependencies.Count(d => d.IsCaptive);
        // Red lines last, so that none is hidden below another.
        return Markup.Of($"""
            <h3>Container</h3>
            <p class="hint">The app's own services by lifetime, and what each is made with. {(captive == 0 ? "No line is red: nothing is kept longer than it was meant to live." : $"{captive} red: kept longer than it was meant to live.")}{(_layout.LeftOut > 0 ? $" {_layout.LeftOut} services are not drawn." : "")}</p>
            <div class="container"><svg viewBox="0 0 {(2 * LaneWidth) + BoxWidth + 2} {height}" role="img" aria-label="The services of the container by lifetime">
            {Markup.Each(Enum.GetValues<Lane>(), l => Markup.Of($"<text class=\"lane\" x=\"{X(l) + 1}\" y=\"18\">{l.ToString()} ({_layout.Lanes.GetValueOrDefault(l)?.Count ?? 0})</text>\n"))}
            {Markup.Each(_picture.Dependencies.OrderBy(d => d.IsCaptive), Line)}
            {Markup.Each(Enum.GetValues<Lane>().SelectMany(l => _layout.Lanes.GetValueOrDefault(l) ?? []), Box)}
            </svg></div>

            """);
    }

    private Markup Box(PicturedService service)
    {
        var (x, y) = (X(service.Lane), Y(service.Id)!.Value);
        return Markup.Of($"<g class=\"service\"><title>{service.Id}</title><rect x=\"{x + 1}\" y=\"{y}\" width=\"{BoxWidth}\" height=\"{BoxHeight}\" rx=\"4\" /><text x=\"{x + 10}\" y=\"{y + 16}\">{Short(service.Name)}</text></g>\n");
    }

    private Markup Line(PicturedDependency dependency)
    {
        if (Y(dependency.From) is not { } from || Y(dependency.To) is not { } to || dependency.From == dependency.To)
            return Markup.None;
        var (here, there) = (_lanes[dependency.From], _lanes[dependency.To]);
        // Within a lane the line leaves and comes back on one side; between lanes it goes from side to side.
        var (x1, x2, bend) = here == there ? (X(here) + BoxWidth + 1, X(there) + BoxWidth + 1, 45)
            : here < there ? (X(here) + BoxWidth + 1, X(there) + 1, 70)
            : (X(here) + 1, X(there) + BoxWidth + 1, -70);
        var (y1, y2) = (from + (BoxHeight / 2), to + (BoxHeight / 2));
        var back = here == there ? bend : -bend;
        return Markup.Of($"<path class=\"{(dependency.IsCaptive ? "needs captive" : "needs")}\" d=\"M{x1} {y1} C{x1 + bend} {y1} {x2 + back} {y2} {x2} {y2}\"><title>{dependency.From} takes {dependency.To} ({dependency.How})</title></path>\n");
    }

    private static int X(Lane lane) => (int)lane * LaneWidth;

    private int? Y(string id) => _layout.RowOf(id) is { } row ? Top + (row * RowHeight) : null;

    private static string Short(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";
}
