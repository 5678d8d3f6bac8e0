using ScaleFitness.Code.Calls;
using ScaleFitness.Model.Effects;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;
using ScaleFitness.Model.State;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Locks;

/// <summary>The app's locks: what is locked, what runs meanwhile, and what of it is slow.</summary>
public sealed class Locking
{
    private readonly DoubleChecks _doubleChecks;
    private readonly HeldWorkReader _work;
    private readonly MemoryWork _memory;
    private readonly Dictionary<CriticalSection, IReadOnlyList<HeldWork>> _known = new(ReferenceEqualityComparer.Instance);

    internal Locking(CodeModel code, TypeHierarchy types, CallIndex index, Dispatch dispatch, CallSites sites, Provenance provenance, Reach reach, ServiceGraph services, IReadOnlyList<EntryPoint> entryPoints, EffectReader effects, StoreReader stores)
    {
        var shared = new SharedObjects(code, types, services, sites, entryPoints);
        var targets = new LockTargets(code, dispatch, sites, provenance, reach, shared);
        Sections = new(code, index, targets, new(code, index, dispatch, targets));
        _doubleChecks = new(code, dispatch, sites, stores);
        _work = new(code, dispatch, effects);
        _memory = new(code, dispatch, effects);
    }

    /// <summary>Finds critical sections.</summary>
    public SectionReader Sections { get; }

    /// <summary>I/O and unknown awaits while the lock is held, in source order.</summary>
    public IReadOnlyList<HeldWork> WorkIn(CriticalSection section)
    {
        lock (_known)
        {
            if (!_known.TryGetValue(section, out var work))
                _known[section] = work = _work.In(section);
            return work;
        }
    }

    /// <summary>Whether the section only touches memory, and no loop makes it longer.</summary>
    public bool IsBrief(CriticalSection section) => !section.HasLoop && _memory.IsAll(section);

    /// <summary>Whether the lock is only taken to make what is made once, or anew when it has expired.</summary>
    public bool IsInitialisation(CriticalSection section) => _doubleChecks.Guards(section, anyKey: false);

    /// <summary>Whether the lock is only taken where a lookup outside it missed.</summary>
    public bool IsOnMiss(CriticalSection section) => _doubleChecks.Guards(section, anyKey: true);
}
