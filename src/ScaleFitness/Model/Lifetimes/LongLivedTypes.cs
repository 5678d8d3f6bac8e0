using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Lifetimes;

/// <summary>Types whose objects live as long as the process: singletons, hosted services, conventional middleware, what statics hold, and what only such objects hold.</summary>
public sealed class LongLivedTypes
{
    private readonly CodeModel _code;
    private readonly CallSites _sites;
    private readonly Reach _reach;
    private readonly TypeHierarchy _types;
    private readonly ServiceGraph _services;
    private readonly HashSet<string> _middleware;
    private readonly Dictionary<TypeDefinition, bool> _madeAtWork = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<IReadOnlySet<string>> _heldByStatics;
    private readonly Dictionary<TypeDefinition, LongLife?> _known = new(ReferenceEqualityComparer.Instance);

    internal LongLivedTypes(CodeModel code, TypeHierarchy types, CallSites sites, Reach reach, ServiceGraph services, IReadOnlyList<EntryPoint> entryPoints)
    {
        _code = code;
        _types = types;
        _sites = sites;
        _reach = reach;
        _services = services;
        _middleware = [.. entryPoints.Where(e => e is { Kind: EntryPointKind.Middleware, Registration: not null, Type: not null }
            && !code.Program.Derives(e.Type.Reference, "Microsoft.AspNetCore.Http.IMiddleware")).Select(e => e.Type!.Reference.FullName)];
        _heldByStatics = new(FindHeldByStatics);
    }

    /// <summary>Types that a static field holds and that nothing at work makes besides: which object a method runs on could not be told.</summary>
    public IReadOnlySet<string> HeldByStatics => _heldByStatics.Value;

    /// <summary>Why the framework keeps the one object of a concrete type, or null where it does not.</summary>
    public LongLife? Registered(TypeDefinition type)
    {
        if (!type.IsConcrete)
            return null;
        var name = type.Reference.DisplayName;
        if (_services.LifetimeOf(type) == Lifetime.Singleton)
            return _code.Program.Derives(type.Reference, "Microsoft.Extensions.Hosting.IHostedService")
                ? new(LongLifeKind.HostedService, $"{name} is a hosted service: it lives as long as the process")
                : new(LongLifeKind.Singleton, $"{name} is a singleton: all requests share it");
        return _middleware.Contains(type.Reference.FullName) ? new(LongLifeKind.Middleware, $"{name} is middleware: it is made once") : null;
    }

    /// <summary>Why every object of the type lives as long as the process; null where some may not. For a base, all that derive from it decide.</summary>
    public LongLife? Of(TypeDefinition type)
    {
        if (!_known.TryGetValue(type, out var life))
        {
            _known[type] = null;
            _known[type] = life = Find(type);
        }

        return life;
    }

    private LongLife? Find(TypeDefinition type)
    {
        if (type.IsInterface || type.IsCompilerGenerated || (type.Traits & (TypeTraits.ValueType | TypeTraits.Enum | TypeTraits.Delegate)) != 0)
            return null;
        var concrete = _types.Derived(type.Reference.FullName).Where(t => t.IsConcrete).ToList();
        var lives = concrete.Select(OfConcrete).ToList();
        return lives.Count > 0 && lives.All(l => l is not null) ? lives[0] : null;
    }

    private LongLife? OfConcrete(TypeDefinition type)
    {
        if (IsMadeAtWork(type))
            return null;
        if (Registered(type) is { } registered)
            return _services.Registrations.Any(r => r.Lifetime != Lifetime.Singleton && r.Implementation?.FullName == type.Reference.FullName) ? null : registered;
        if (_services.LifetimeOf(type) is not null)
            return null;
        if (_heldByStatics.Value.Contains(type.Reference.FullName))
            return new(LongLifeKind.Static, $"a static field holds {type.Reference.DisplayName}: all requests share it");
        return Holder(type) is { } holder ? new(LongLifeKind.Held, $"only {holder.Reference.DisplayName} holds it, which lives as long as the process") : null;
    }

    /// <summary>The long-lived type whose constructors alone make objects of the type, and keep them.</summary>
    private TypeDefinition? Holder(TypeDefinition type)
    {
        var makings = type.Methods.Where(m => m.Name == ".ctor").Select(_code.Folded.FunctionOf).OfType<SourceFunction>().SelectMany(_sites.Of).Where(c => c.IsConstruction).ToList();
        if (makings.Count == 0 || makings.Any(c => !c.Function.Owner.Definition.IsConstructor || c.Loop is not null))
            return null;
        var makers = makings.Select(c => c.Function.Owner.Definition.DeclaringType).Distinct().ToList();
        return makers.All(m => m != type && m.Fields.Any(f => !f.IsStatic && IsOf(f.Type, type)) && Of(m) is not null) ? makers[0] : null;
    }

    private bool IsOf(TypeRef field, TypeDefinition type) => field.Kind == TypeKind.Named && _code.Program.Derives(type.Reference, field.FullName);

    private HashSet<string> FindHeldByStatics()
    {
        var held = _code.Program.Types.Where(t => !t.IsCompilerGenerated).SelectMany(t => t.Fields).Where(f => f.IsStatic).Select(f => Held(f.Type)).OfType<TypeDefinition>().Distinct().ToList();
        // To ask for all who make them at once costs one search; one after the other, a search each.
        var makers = held.SelectMany(MadeBy).ToHashSet();
        _ = _reach.AtWorkWhere(makers.Contains).Count();
        return held.Where(t => !IsMadeAtWork(t)).Select(t => t.Reference.FullName).ToHashSet(StringComparer.Ordinal);
    }

    private TypeDefinition? Held(TypeRef type) =>
        _code.Program.Find(type.FullName == "System.Lazy`1" ? type.SoleArgument : type) is { IsExternal: false, IsInterface: false } held && (held.Traits & (TypeTraits.Enum | TypeTraits.Delegate)) == 0 ? held : null;

    /// <summary>Whether requests or background work make objects of the type: which one a method runs on could then not be told.</summary>
    private bool IsMadeAtWork(TypeDefinition type)
    {
        if (!_madeAtWork.TryGetValue(type, out var known))
            _madeAtWork[type] = known = MadeBy(type).Any(f => _reach.IsOnRequest(f) || _reach.IsInBackground(f));
        return known;
    }

    /// <summary>Functions that make objects of the type, static constructors aside.</summary>
    private IEnumerable<SourceFunction> MadeBy(TypeDefinition type) =>
        type.Methods.Where(m => m.Name == ".ctor").Select(_code.Folded.FunctionOf).OfType<SourceFunction>().SelectMany(_sites.Of)
            .Where(c => c.IsConstruction && c.Function.Owner.Definition.Name != ".cctor").Select(c => c.Function);
}
