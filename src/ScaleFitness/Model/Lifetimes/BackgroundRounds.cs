using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Lifetimes;

/// <summary>Functions that background work runs again and again: per job, per message, or in the loop of a hosted service.</summary>
internal sealed class BackgroundRounds
{
    /// <summary>The paces at which each function was found to run.</summary>
    private readonly Pace[] _paces;
    private readonly CodeModel _code;
    private readonly ServiceGraph _services;

    public BackgroundRounds(CodeModel code, CallGraph graph, ServiceGraph services, IReadOnlyList<EntryPoint> entryPoints)
    {
        _code = code;
        _services = services;
        _paces = new Pace[code.Folded.FunctionCount];
        var pending = new Queue<(SourceFunction Function, Pace Pace)>();
        foreach (var entry in entryPoints.Where(e => e.Category == EntryPointCategory.Background))
            Add(entry.Function, entry.Kind == EntryPointKind.HostedService ? Pace.Once : Pace.PerMessage);
        while (pending.TryDequeue(out var current))
        {
            foreach (var edge in graph.From(current.Function))
                Add(edge.Target, current.Pace == Pace.Once && edge.Call?.Loop is not null ? Pace.InLoop : current.Pace);
            // A job and what it is given are made anew for each run; what a hosted service is given was made once.
            if (current.Pace == Pace.PerMessage)
                foreach (var constructor in Activation(current.Function))
                    Add(constructor, Pace.PerMessage);
        }

        void Add(SourceFunction function, Pace pace)
        {
            if (Has(function, pace))
                return;
            _paces[function.Index] |= pace;
            pending.Enqueue((function, pace));
        }
    }

    [Flags]
    private enum Pace : byte
    {
        None = 0,
        Once = 1,
        InLoop = 2,
        PerMessage = 4,
    }

    public bool Repeats(SourceFunction function) => Has(function, Pace.InLoop | Pace.PerMessage);

    public bool Runs(SourceFunction function) => _paces[function.Index] != Pace.None;

    private bool Has(SourceFunction function, Pace any) => (_paces[function.Index] & any) != 0;

    private IEnumerable<SourceFunction> Activation(SourceFunction function)
    {
        var type = function.Owner.Definition.DeclaringType;
        if (function.Owner.Definition.IsConstructor || _services.LifetimeOf(type) == Lifetime.Singleton)
            return [];
        return type.Methods.Where(m => m.Name == ".ctor").Select(_code.Folded.FunctionOf).OfType<SourceFunction>();
    }
}
