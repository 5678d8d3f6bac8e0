using ScaleFitness.Code.Values;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Loops;

namespace ScaleFitness.Rules.Data;

/// <summary>
/// Saves once for many rounds: changes pile up in a loop, as control gets round from one to the next without a save, and
/// a save takes them all.
/// </summary>
internal static class BatchedSaves
{
    public static bool Is(AppModel app, RepeatedCall save)
    {
        if (save.Loop.Statement is not { } loop || save.Call.Function != save.Loop.Function)
            return false;
        var body = app.BodyOf(save.Call.Function);
        var paths = app.Code.PathsOf(save.Call.Function);
        var outside = body.Calls.Where(c => c.Loop?.IsIn(loop) != true).Select(c => c.Order)
            .Concat(body.LoopExits.Where(e => !e.Loop.IsIn(loop)).Select(e => e.Order)).ToHashSet();
        var heads = body.LoopExits.Where(e => e.Loop.Id == loop.Id).Select(e => e.Order).ToHashSet();
        return app.Repeated.InRound(save).Any(change => change != save.Call && IsChange(app, change, loop)
            && paths.Leads(change.Order, change.Order, o => o == save.Call.Order || outside.Contains(o))
            && paths.Leads(change.Order, save.Call.Order, o => heads.Contains(o) || outside.Contains(o)));
    }

    private static bool IsChange(AppModel app, Call call, CodeLoop loop)
    {
        if (call.Receiver is not { } receiver)
            return false;
        var name = call.Method.Name;
        if (name.StartsWith("set_", StringComparison.Ordinal))
            return app.Entities.Of(receiver.Type) is not null && !ValueWalk.Origins(receiver).Any(o => o is NewValue);
        if (name is not ("Add" or "AddAsync" or "AddRange" or "AddRangeAsync" or "Update" or "Remove" or "Attach" or "Enqueue" or "set_Item"))
            return false;
        return QuerySources.IsTable(receiver.Type) || app.Code.Program.Derives(call.Method.DeclaringType, EntityModel.DbContext)
            || ValueWalk.Origins(receiver).Any(o => o is NewValue made && made.Call.Loop?.IsIn(loop) != true);
    }
}
