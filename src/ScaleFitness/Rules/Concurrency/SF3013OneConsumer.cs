using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.Loops;

namespace ScaleFitness.Rules.Concurrency;

/// <summary>SF3013: one loop that works off what all requests hand over.</summary>
public sealed class SF3013OneConsumer : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF3013",
        "one consumer for everything",
        Severity.Low,
        "One loop, or a dataflow block of degree one, does I/O for each item that requests hand over, one after the other.",
        "It works off 1/h items a second, h being the time that one takes: past that the queue grows without end, however many processors and instances there are for requests.",
        new(
            "Work off several at a time, as many as the neighbour can take.",
            "await foreach (var mail in queue.Reader.ReadAllAsync(token)) await mailer.SendAsync(mail, token);",
            "await Parallel.ForEachAsync(queue.Reader.ReadAllAsync(token), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = token }, async (mail, t) => await mailer.SendAsync(mail, t));"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.Index.Mentioning(n => n is "ReadAllAsync" or "WaitToReadAsync" or "ReadAsync" or "ActionBlock`1").Any())
            return NotApplicable("the app has no queue of its own that a loop works off");
        var candidates = 0;
        var findings = new List<Finding>();
        foreach (var function in app.Reach.AtWork.Where(f => !f.Owner.IsGenerated && app.Reach.IsInBackground(f)))
            foreach (var loop in app.Loops.In(function).Where(l => l is { Kind: LoopKind.Messages, Statement.Parent: null }))
            {
                candidates++;
                if (Queue(app, loop) is { } item && IsFed(app, item) && !IsStartedSeveralTimes(app, function) && !IsOfBatches(app, loop) && Slow(app, loop) is { } slow)
                    findings.Add(At(app, function, slow.Position, Severity.Low, $"One loop works off every {item.DisplayName} that requests hand over, one after the other, with I/O for each") with { Subject = item.DisplayName });
            }

        foreach (var block in Blocks(app))
        {
            candidates++;
            findings.Add(At(app, block.Function, block.Position, Severity.Low, $"One block works off every {block.Method.DeclaringType.SoleArgument!.DisplayName} that requests hand over, one after the other, with I/O for each") with { Subject = block.Method.DeclaringType.SoleArgument.DisplayName });
        }

        return Examined(candidates, findings);
    }

    /// <summary>The item of the channel that the loop reads, or null for another source: a broker's consumers are counted by the broker.</summary>
    private static TypeRef? Queue(AppModel app, SourceLoop loop) =>
        app.BodyOf(loop.Function).Calls
            .Where(c => c.Loop?.IsIn(loop.Statement!) == true || IsStream(c.Method.ReturnType))
            .SelectMany(c => app.Dispatch.Targets(c).SelectMany(t => app.BodyOf(t).Calls).Prepend(c))
            .Where(c => c.Method.DeclaringType.Is(LoopSymbols.ChannelReader))
            .Select(c => c.Method.DeclaringType.SoleArgument)
            .FirstOrDefault();

    private static bool IsStream(TypeRef type) => type.Is("System.Collections.Generic.IAsyncEnumerable`1");

    /// <summary>Whether items are collected in a list, which is emptied again in the loop.</summary>
    private static bool IsOfBatches(AppModel app, SourceLoop loop) =>
        app.BodyOf(loop.Function).Calls.Any(c => c.Method.Name == "Clear" && c.Loop?.IsIn(loop.Statement!) == true && c.Method.DeclaringType.Namespace.StartsWith("System.Collections", StringComparison.Ordinal));

    private static bool IsFed(AppModel app, TypeRef item) =>
        app.Index.Calling(n => n is "WriteAsync" or "TryWrite", m => m.DeclaringType.Is("System.Threading.Channels.ChannelWriter`1") && m.DeclaringType.SoleArgument == item).Any(app.Reach.IsOnRequest);

    private static bool IsPosted(AppModel app, TypeRef item) =>
        app.Index.Calling(n => n is "Post" or "SendAsync", m => m.DeclaringType.Namespace == "System.Threading.Tasks.Dataflow" && (m.DeclaringType.SoleArgument ?? m.TypeArguments.FirstOrDefault()) == item).Any(app.Reach.IsOnRequest);

    /// <summary>An awaited call out, or to a database, in the loop; what is only started there runs beside it.</summary>
    private static Call? Slow(AppModel app, SourceLoop loop)
    {
        var body = app.BodyOf(loop.Function);
        var awaited = body.Awaits.Where(a => a.Loop?.IsIn(loop.Statement!) == true).SelectMany(a => ValueWalk.Origins(a.Task)).OfType<CallValue>().Select(c => c.Call).ToHashSet();
        return body.Calls.FirstOrDefault(c => awaited.Contains(c) && c.Loop?.IsIn(loop.Statement!) == true && app.Effects.Through(c).Any(IsWait));
    }

    private static bool IsWait(EffectSite site) => site.Effect.IsRemote;

    /// <summary>Workers: the loop's function, or a lambda around its call, is started in a loop, by a Select, or at several places.</summary>
    private static bool IsStartedSeveralTimes(AppModel app, SourceFunction function)
    {
        var starts = app.CallSites.Of(function);
        return starts.Count > 1 || starts.Any(app.Loops.IsRepeated) || starts.Append(null).SelectMany(s => app.CallSites.Given(s?.Function ?? function)).Any(app.Loops.IsRepeated) || app.Loops.Around(app.BodyOf(function).Calls[0]).Any(l => l.Runner is not null);
    }

    private static IEnumerable<Call> Blocks(AppModel app) =>
        app.Index.Mentioning("ActionBlock`1").SelectMany(f => app.BodyOf(f).Calls).Where(c =>
            c is { IsConstruction: true, Method.DeclaringType: { FullName: "System.Threading.Tasks.Dataflow.ActionBlock`1", SoleArgument: { } item } }
            && !app.BodyOf(c.Function).Calls.Any(o => o.Method.Name == "set_MaxDegreeOfParallelism")
            && c.Arguments.SelectMany(Dispatch.FunctionsOf).Any(l => app.Effects.Reached(l).Any(IsWait))
            && IsPosted(app, item));
}
