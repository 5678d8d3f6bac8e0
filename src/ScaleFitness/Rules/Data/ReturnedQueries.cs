using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.EntryPoints;

namespace ScaleFitness.Rules.Data;

/// <summary>Queries that an endpoint returns unrun: the serializer runs them.</summary>
internal static class ReturnedQueries
{
    private static readonly HashSet<string> Wrappers = new(StringComparer.Ordinal) { "Ok", "Json", "Results", "Created", "Accepted" };

    public static IEnumerable<Materialisation> From(AppModel app, SourceFunction function)
    {
        if (app.Reach.EntryAt(function) is not { IsEndpoint: true })
            yield break;
        foreach (var call in app.BodyOf(function).Calls)
            if (IsResult(call) && call.Arguments.Count > 0)
                foreach (var query in Unrun(app, call.Arguments[0]))
                    yield return new(function, call, query);
        foreach (var returned in app.BodyOf(function).Returns)
            if (SiteOf(returned) is { } site)
                foreach (var query in Unrun(app, returned))
                    yield return new(function, site, query);
    }

    /// <summary>The call at the end of the chain stands on the line that returns it.</summary>
    private static Call? SiteOf(Value returned) => ValueWalk.Origins(returned).OfType<CallValue>().FirstOrDefault()?.Call;

    private static IEnumerable<Query> Unrun(AppModel app, Value value) =>
        ValueWalk.Origins(value).All(o => o is not AwaitValue) ? app.Queries.Read(value).Where(q => q.Root is EntityRoot && !q.Operators.Any(o => o.Name == "AsAsyncEnumerable")) : [];

    private static bool IsResult(Call call) =>
        Wrappers.Contains(call.Method.Name)
        && (call.Method.DeclaringType.FullName is "Microsoft.AspNetCore.Mvc.ControllerBase" or "Microsoft.AspNetCore.Mvc.Controller" or "Microsoft.AspNetCore.Http.Results" or "Microsoft.AspNetCore.Http.TypedResults");
}
