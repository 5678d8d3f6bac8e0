using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Lifetimes;
using ScaleFitness.Model.Services;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Jobs;

/// <summary>Work that waits in memory: put in on a request, taken out in the background.</summary>
public sealed class JobQueues
{
    private readonly CodeModel _code;
    private readonly Reach _reach;
    private readonly QueueOrigins _origins;

    internal JobQueues(CodeModel code, CallIndex index, Provenance provenance, ServiceGraph services, Reach reach, MakingFrequency frequency)
    {
        _code = code;
        _reach = reach;
        _origins = new(code, provenance, services);
        All = Find(index, services, frequency);
    }

    /// <summary>The queues, in the order of the code that fills them.</summary>
    public IReadOnlyList<JobQueue> All { get; }

    private IReadOnlyList<JobQueue> Find(CallIndex index, ServiceGraph services, MakingFrequency frequency)
    {
        var calls = index.Mentioning(QueueMethods.MayName).Where(f => _reach.IsOnRequest(f) || _reach.IsInBackground(f)).SelectMany(f => _code.BodyOf(f).Calls).ToList();
        var takes = ByQueue(calls.Where(c => QueueMethods.Takes(c) && _reach.IsInBackground(c.Function) && !_reach.IsOnRequest(c.Function)));
        if (takes.Count == 0)
            return [];
        var puts = ByQueue(calls.Where(c => QueueMethods.Puts(c) && _reach.IsOnRequest(c.Function) && !IsLogSink(c.Function)));
        return
        [
            .. puts.Where(p => takes.ContainsKey(p.Key) && (services.Registrations.Any(r => r.Call == p.Key) || frequency.Of(p.Key) == Frequency.Once))
                .Select(p => new JobQueue(p.Key, FieldOf(p.Key), p.Value, takes[p.Key])),
        ];
    }

    private Dictionary<Call, List<Call>> ByQueue(IEnumerable<Call> calls)
    {
        var result = new Dictionary<Call, List<Call>>(ReferenceEqualityComparer.Instance);
        foreach (var call in calls)
            if (call.Subject is { } subject)
                foreach (var making in _origins.Of(subject))
                {
                    if (!result.TryGetValue(making, out var list))
                        result[making] = list = [];
                    list.Add(call);
                }

        return result;
    }

    /// <summary>A log that is written in the background may lose its last lines: its writers know.</summary>
    private bool IsLogSink(SourceFunction function) =>
        function.Owner.Definition.DeclaringType is { } type && (_code.Program.Derives(type.Reference, JobSymbols.Logger) || _code.Program.Derives(type.Reference, JobSymbols.LoggerProvider));

    private Code.Metadata.FieldDefinition? FieldOf(Call making) =>
        _code.BodyOf(making.Function).FieldWrites.FirstOrDefault(w => ValueWalk.Origins(w.Value).Contains(making.Result))?.Definition;
}
