using ScaleFitness.Code.Values;
using ScaleFitness.Model;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.Loops;
using ScaleFitness.Model.Sql;

namespace ScaleFitness.Rules.Data;

/// <summary>Statements of a script, run one after the other: the loop's elements are the SQL itself, and no batch takes their place.</summary>
internal static class Scripts
{
    public static bool Are(AppModel app, RepeatedCall repeated, EffectSite site)
    {
        var texts = new Commands(app.Code.Program).SqlOf(site.Call, app.BodyOf(site.Call.Function));
        return texts.Count > 0 && texts.All(t => IsElement(app, repeated, site, t));
    }

    private static bool IsElement(AppModel app, RepeatedCall repeated, EffectSite site, Value text) =>
        site.Call == repeated.Call ? repeated.Loop.IsElement(text)
        : ValueWalk.Origins(text) is [ArgumentValue { IsThis: false } handed] && handed.Function == site.Call.Function && handed.Position < repeated.Call.Arguments.Count
            && app.Dispatch.Targets(repeated.Call).Contains(site.Call.Function) && repeated.Loop.IsElement(repeated.Call.Arguments[handed.Position]);
}
