using ScaleFitness.Code.Folding;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Picture;
using ScaleFitness.Model;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Requests;
using ScaleFitness.Model.Routing;

namespace ScaleFitness.Analysis;

/// <summary>Puts together what the report draws of a composed app.</summary>
internal static class PictureReader
{
    /// <summary>The rule whose findings say which columns no index begins with.</summary>
    private const string NoIndex = "SF2012";

    /// <summary>Null where the app was not composed: a picture of what code lets us guess would pass for the truth.</summary>
    public static AppPicture? Of(AppModel app, IReadOnlyList<RuleOutcome> outcomes) => app.Host is not { } host ? null : ContainerPicture.Of(new()
    {
        Endpoints = [.. Endpoints(app, host).OrderBy(e => e.Route, StringComparer.Ordinal).ThenBy(e => e.Verbs, StringComparer.Ordinal)],
        Entities = [.. app.Entities.All.Select(e => Entity(app, e, outcomes))],
    }, app.Container.Graph);

    private static IEnumerable<PicturedEndpoint> Endpoints(AppModel app, ComposedHost host)
    {
        var works = app.EndpointWorks.All.ToDictionary(w => w.Entry.Function);
        foreach (var endpoint in host.Endpoints)
        {
            var function = endpoint.Handler is { } handler ? HostSymbols.FunctionOf(app.Code, handler) : null;
            yield return new(
                string.Join(" ", endpoint.Verbs),
                endpoint.Route ?? endpoint.Name,
                function?.Owner.DisplayName ?? endpoint.Type?.FullName,
                endpoint.IsLimitDisabled ? null : endpoint.LimitPolicy is { Length: 0 } ? "a policy of its own" : endpoint.LimitPolicy,
                endpoint.RequiresAuthorization ? "known callers" : "anyone",
                function is not null && works.TryGetValue(function, out var work) ? Lines(app, work) : new HashSet<string>());
        }
    }

    /// <summary>Members that an endpoint runs; of a method that holds several lambdas, the lines of those that run.</summary>
    private static HashSet<string> Lines(AppModel app, EndpointWork work) => work.Functions
        .SelectMany(f => f == f.Owner.Body ? [f.Owner.DocumentationId] : LinesOf(app, f).Select(l => PicturedEndpoint.Line(f.Owner.DocumentationId, l)))
        .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<int> LinesOf(AppModel app, SourceFunction function) =>
        app.BodyOf(function) is var body ? body.Calls.Select(c => c.Position).Append(body.Position).OfType<Code.Values.SourcePosition>().Select(p => p.Line) : [];

    private static PicturedEntity Entity(AppModel app, Entity entity, IReadOnlyList<RuleOutcome> outcomes) => new(
        entity.Name,
        entity.Table,
        app.Context.RowsOf(entity.Name),
        [.. entity.Keys.Select(k => $"{string.Join(", ", k.Order(StringComparer.Ordinal))} (unique)").Concat(entity.Indexes.Where(i => !entity.Keys.Any(k => k.SetEquals(i))).Select(i => string.Join(", ", i))).Distinct()],
        [.. outcomes.Where(o => o.Rule.Id == NoIndex).SelectMany(o => o.Findings).Select(f => f.Subject ?? "").Where(s => s.StartsWith(entity.Name + ": ", StringComparison.Ordinal)).Select(s => s[(entity.Name.Length + 2)..]).Distinct().Order(StringComparer.Ordinal)]);
}
