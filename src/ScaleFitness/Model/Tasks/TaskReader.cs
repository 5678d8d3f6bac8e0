using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Tasks;

/// <summary>What the app does with tasks: blocks until they are done, or lets go of them.</summary>
public sealed class TaskReader
{
    private readonly CodeModel _code;
    private readonly CallIndex _index;
    private readonly Completion _completion;
    private readonly StartedWorkReader _started;
    private readonly RequestState _state;

    internal TaskReader(CodeModel code, CallIndex index, Dispatch dispatch, CallGraph graph, EffectReader effects, ServiceGraph services)
    {
        _code = code;
        _index = index;
        _completion = new(code);
        _started = new(code, dispatch, graph, effects);
        _state = new(code, dispatch, services);
    }

    /// <summary>Calls that block their thread until a task is done, in functions that the filter accepts.</summary>
    public IEnumerable<BlockingWait> Waits(Func<SourceFunction, bool> where) =>
        _index.Mentioning(WaitMethods.MayWait).Where(where)
            .SelectMany(f => _code.BodyOf(f).Calls).Where(WaitMethods.IsWait)
            .Select(c => new BlockingWait(c, WaitMethods.TasksOf(c)))
            .Where(w => !_completion.IsKnown(w));

    /// <summary>Work that a function starts and that nobody waits for, in source order.</summary>
    public IEnumerable<StartedWork> StartedIn(SourceFunction function) => _started.In(function);

    /// <summary>What of its request the work takes along and finds disposed of, or null.</summary>
    public TypeRef? RequestStateOf(StartedWork work) => _state.TakenBy(work);
}
