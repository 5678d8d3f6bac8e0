using ScaleFitness.Code.Calls;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Schedules;

/// <summary>The app's work by the clock.</summary>
public sealed class Schedule
{
    internal Schedule(CodeModel code, CallIndex index, Dispatch dispatch, CallGraph graph, EffectReader effects, ServiceGraph services, IReadOnlyList<EntryPoint> entryPoints, ComposedScheduler? quartz)
    {
        var coordination = new Coordination(code, index);
        var reach = new WorkReach(code, graph);
        var hosted = new ScheduledServices(code, dispatch, effects, coordination, reach, new(code, dispatch, effects), services);
        Uncoordinated = [.. hosted.Of(entryPoints), .. new Schedulers(code, index, effects, coordination, reach, quartz).Of(entryPoints)];
    }

    /// <summary>Work that each instance does for itself, although it must be done once.</summary>
    public IReadOnlyList<ScheduledWork> Uncoordinated { get; }
}
