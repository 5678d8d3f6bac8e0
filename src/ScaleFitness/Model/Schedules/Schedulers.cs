using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.EntryPoints;

namespace ScaleFitness.Model.Schedules;

/// <summary>Schedulers that keep their schedule in memory, each instance its own: Quartz on its RAM store or unclustered, Hangfire on a memory storage, Coravel.</summary>
internal sealed class Schedulers(CodeModel code, CallIndex index, EffectReader effects, Coordination coordination, WorkReach reach, ComposedScheduler? quartz)
{
    public IEnumerable<ScheduledWork> Of(IReadOnlyList<EntryPoint> entryPoints)
    {
        // The host knows what settings, which code cannot see into, make of it.
        if (Calls("AddQuartz", ScheduleSymbols.QuartzRegistration) is [var added, ..] && !(quartz is not null ? quartz is { IsClustered: true, Store: not null } : IsClustered()) && Of("Quartz, whose schedule is each instance's own,", added, JobsOf(entryPoints, ScheduleSymbols.QuartzJob)) is { } onRam)
            yield return onRam;
        foreach (var made in MadeByHand())
            if (Of("Quartz, whose schedule is each instance's own,", made, JobsAt(made, JobsOf(entryPoints, ScheduleSymbols.QuartzJob))) is { } work)
                yield return work;
        if (Calls("UseScheduler", ScheduleSymbols.CoravelScheduling) is [var coravel, ..])
        {
            var lambdas = Calls("ScheduleAsync", ScheduleSymbols.CoravelScheduler).Concat(Calls("Schedule", ScheduleSymbols.CoravelScheduler)).SelectMany(c => c.Arguments).SelectMany(Dispatch.FunctionsOf).Select(f => ((TypeDefinition?)null, f));
            if (Of("Coravel, whose schedule is each instance's own,", coravel, [.. JobsOf(entryPoints, ScheduleSymbols.CoravelInvocable), .. lambdas]) is { } onCoravel)
                yield return onCoravel;
        }

        var storages = Calls("UseMemoryStorage", ScheduleSymbols.HangfireMemory).Concat(Calls("UseInMemoryStorage", ScheduleSymbols.HangfireInMemory)).ToList();
        if (storages is [var storage, ..] && Of("Hangfire on a storage in memory", storage, Recurring()) is { } inMemory)
            yield return inMemory;
    }

    /// <summary>Jobs of one scheduler have one cause; a job that takes a lock of its own is none.</summary>
    private ScheduledWork? Of(string name, Call registration, IReadOnlyList<(TypeDefinition? Type, SourceFunction Function)> jobs)
    {
        var found = new List<(TypeDefinition? Type, EffectSite Work)>();
        foreach (var (type, function) in jobs)
        {
            var functions = reach.Of(type, [function]);
            if (functions.SelectMany(effects.In).FirstOrDefault(SharedEffects.IsShared) is { } work && !coordination.IsIn(functions))
                found.Add((type, work));
        }

        return found.Count == 0 ? null : new(name, registration.Function, registration.Position, found[0].Work, [.. found.Select(f => f.Type).OfType<TypeDefinition>().Distinct()]);
    }

    private List<(TypeDefinition?, SourceFunction)> JobsOf(IReadOnlyList<EntryPoint> entryPoints, string @interface) =>
        [.. entryPoints.Where(e => e is { Kind: EntryPointKind.Job, Type: not null } && code.Program.Derives(e.Type.Reference, @interface)).Select(e => (e.Type, e.Function))];

    /// <summary>Methods that a recurring job's expression names.</summary>
    private List<(TypeDefinition?, SourceFunction)> Recurring() =>
        [.. Calls("AddOrUpdate", ScheduleSymbols.HangfireRecurring).SelectMany(c => c.Method.TypeArguments).Select(code.Program.Find).OfType<TypeDefinition>().SelectMany(t => t.Methods.Where(m => m is { IsPublic: true, IsConstructor: false }).Select(code.Folded.FunctionOf).OfType<SourceFunction>().Select(f => ((TypeDefinition?)t, f)))];

    /// <summary>Schedulers of Quartz that the container knows nothing of: the first in each function that makes one.</summary>
    private IEnumerable<Call> MadeByHand() =>
        IsClustered() ? [] : index.Mentioning(name => name is "GetScheduler" or "GetDefaultScheduler")
            .Select(f => code.BodyOf(f).Calls.FirstOrDefault(c => c.Method.DeclaringType.FullName == ScheduleSymbols.QuartzFactory && (c.IsConstruction || c.Method.Name == "GetDefaultScheduler")))
            .OfType<Call>();

    /// <summary>The jobs that a function names beside the scheduler; all of them where it names none.</summary>
    private List<(TypeDefinition? Type, SourceFunction Function)> JobsAt(Call scheduler, List<(TypeDefinition? Type, SourceFunction Function)> all)
    {
        var named = code.BodyOf(scheduler.Function).Calls.SelectMany(c => c.Method.TypeArguments).Select(t => t.FullName).ToHashSet(StringComparer.Ordinal);
        var own = all.Where(j => j.Type is { } type && named.Contains(type.Reference.FullName)).ToList();
        return own.Count > 0 ? own : all;
    }

    private bool IsClustered() =>
        index.Mentioning("UseClustering").Count > 0 || code.Functions.Any(f => index.Texts(f).Contains("quartz.jobStore.clustered"));

    private List<Call> Calls(string name, string type) => [.. index.Mentioning(name).SelectMany(f => code.BodyOf(f).Calls).Where(c => c.Method.Is(type, name))];
}
