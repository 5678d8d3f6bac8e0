using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Http;
using ScaleFitness.Model.Lifetimes;

namespace ScaleFitness.Rules.Outside;

/// <summary>Clients that are kept or come from a factory: one made anew each time is SF5001's, and what replaces it is judged here.</summary>
internal static class KeptClients
{
    public static IReadOnlyList<OutboundClient> Of(AppModel app) =>
        [.. app.HttpClients.Used.Where(c => app.HttpClients.At(c.Origins[0]) is not { } making || app.Frequency.Of(making.Call) == Frequency.Once)];

    /// <summary>A finding about the client: where it comes from, with the path to one of the uses and the others beside it.</summary>
    /// <param name="finding">The finding as it stands at the client's origin.</param>
    /// <param name="app">The app.</param>
    /// <param name="client">The client.</param>
    /// <param name="uses">The uses in question, worst first.</param>
    public static Finding Place(this Finding finding, AppModel app, OutboundClient client, IReadOnlyList<ClientUse> uses)
    {
        var origin = client.Origins[0];
        var first = uses.OrderByDescending(u => u.OnRequest).ThenByDescending(u => Nearness(origin, u.Call)).First();
        var shown = app.HttpClients.IsShared(first.Call) ? origin : first.Call;
        return finding with
        {
            Where = ClientPlaces.Of(app, origin),
            Subject = client.Name,
            Path = Places.PathTo(app, shown.Function, shown.Position),
            Related = [.. client.Origins.Skip(1).Concat(uses.Where(u => u != first).Select(u => u.Call)).Distinct().Select(c => Places.Of(app, c.Function, c.Position))],
        };
    }

    /// <summary>Of several uses the one beside the place is shown, so that the path leads to where the finding stands.</summary>
    public static int Nearness(Call origin, Call use) =>
        use.Function.Owner == origin.Function.Owner ? 2 : use.Function.Method.DeclaringType == origin.Function.Method.DeclaringType ? 1 : 0;

    public static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
