using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Schedules;

/// <summary>Hosted services with a loop by the clock, and timers: one finding for each service, or for each type that keeps timers.</summary>
internal sealed class ScheduledServices(CodeModel code, Dispatch dispatch, EffectReader effects, Coordination coordination, WorkReach reach, PeriodicLoops loops, ServiceGraph services)
{
    public IEnumerable<ScheduledWork> Of(IReadOnlyList<EntryPoint> entryPoints)
    {
        var found = new HashSet<TypeDefinition>();
        foreach (var service in entryPoints.Where(e => e is { Kind: EntryPointKind.HostedService, Type: not null }).GroupBy(e => e.Type!))
            if ((services.LifetimeOf(service.Key) is not null || services.Scanning) && OfService(service.Key, [.. service.Select(e => e.Function)]) is { } work && found.Add(service.Key))
                yield return work;
        foreach (var timer in entryPoints.Where(e => e is { Kind: EntryPointKind.Job, Registration: not null }).GroupBy(e => e.Registration!.Function.Owner.Definition.DeclaringType))
            if (!found.Contains(timer.Key) && OfTimers(timer.Key, [.. timer]) is { } work)
                yield return work;
    }

    private ScheduledWork? OfService(TypeDefinition service, IReadOnlyList<SourceFunction> entries)
    {
        var functions = reach.Of(service, entries);
        if (functions.SelectMany(loops.In).ToList() is not { Count: > 0 } found || coordination.IsIn(functions))
            return null;
        foreach (var loop in found)
            if (WorkIn(loop, service) is { } work)
                return new(service.Reference.DisplayName, loop.Function, loop.Wait.Position, work, []);
        return null;
    }

    private EffectSite? WorkIn(PeriodicLoop loop, TypeDefinition service) =>
        code.BodyOf(loop.Function).Calls.Where(c => c.Loop?.IsIn(loop.Loop) == true).Select(c => Shared(c, service)).FirstOrDefault(s => s is not null);

    private EffectSite? Shared(Call call, TypeDefinition service)
    {
        if (effects.Of(call) is { } own && new EffectSite(own, call) is var site && SharedEffects.IsShared(site))
            return site;
        var targets = reach.Own(service, call.Function, dispatch.Targets(call).Concat(call.Arguments.SelectMany(Dispatch.FunctionsOf)).Distinct()).ToList();
        return targets.Count == 0 ? null : Shared(reach.Of(service, targets));
    }

    private EffectSite? Shared(IEnumerable<SourceFunction> functions) => functions.SelectMany(effects.In).FirstOrDefault(SharedEffects.IsShared);

    /// <summary>Timers that a hosted service starts are the service's: it is found by them, once.</summary>
    private ScheduledWork? OfTimers(TypeDefinition owner, IReadOnlyList<EntryPoint> timers)
    {
        var periodic = timers.Where(t => IsPeriodic(t.Registration!, owner)).ToList();
        if (periodic.Count == 0)
            return null;
        var functions = reach.Of(owner, periodic.Select(t => t.Function));
        if (Shared(functions) is not { } work || coordination.IsIn(functions))
            return null;
        var timer = periodic.FirstOrDefault(t => Shared(reach.Of(owner, [t.Function])) is not null) ?? periodic[0];
        return new($"the timer of {owner.Reference.DisplayName}", timer.Registration!.Function, timer.Registration.Position, work, []);
    }

    /// <summary>A period of -1 is none, unless the timer is wound up again.</summary>
    private bool IsPeriodic(Call making, TypeDefinition owner)
    {
        if (!making.Method.Is(ScheduleSymbols.Timer) || making.Arguments.Count < 4)
            return making.Method.DeclaringType.FullName == ScheduleSymbols.TimersTimer;
        var isOnce = ValueWalk.Origins(making.Arguments[3]).All(o => o is ConstantValue { Constant: -1 or -1L or uint.MaxValue } or FieldValue { Field.Name: "InfiniteTimeSpan" });
        return !isOnce || owner.Methods.Select(code.Folded.FunctionOf).OfType<SourceFunction>().SelectMany(f => f.Owner.Functions).SelectMany(f => code.BodyOf(f).Calls).Any(c => c.Method.Is(ScheduleSymbols.Timer, "Change"));
    }
}
