using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Services;

/// <summary>Finds scoped services that singletons, hosted services and middleware keep, at first hand or through transient ones. A singleton on the way is its own affair.</summary>
public sealed class CaptiveFinder
{
    /// <summary>Services that their libraries register as scoped, whatever the app does.</summary>
    private static readonly HashSet<string> ScopedByLibraries = new(StringComparer.Ordinal)
    {
        ServiceSymbols.OptionsSnapshot, ServiceSymbols.UserManager, ServiceSymbols.SignInManager, ServiceSymbols.RoleManager, ServiceSymbols.PublishEndpoint, ServiceSymbols.SendEndpointProvider,
    };

    private readonly ServiceGraph _services;
    private readonly DependencyReader _dependencies;
    private readonly Dictionary<(object Maker, TypeRef Service), IReadOnlyList<Reach>> _through = [];

    internal CaptiveFinder(CodeModel code, ServiceGraph services)
    {
        _services = services;
        _dependencies = new(code, services.Constructions);
    }

    /// <summary>What the registration of a singleton makes captive.</summary>
    public IReadOnlyList<Captive> Of(ServiceRegistration singleton) =>
        Of(singleton.Made, singleton, singleton.Call, _dependencies.Of(singleton, singleton.Service));

    /// <summary>What the one object of a type makes captive that no registration makes: middleware.</summary>
    public IReadOnlyList<Captive> Of(TypeDefinition type, Call site) => Of(type.Reference, null, site, _dependencies.OfType(type.Reference));

    /// <summary>Registrations of the app's singletons of which nobody can tell what they are made with: a library's factory makes them, or the app's hands its provider to one. None of them is clean.</summary>
    public IReadOnlyList<ServiceRegistration> Undecided() =>
        [.. _services.Registrations.Where(r => r is { Lifetime: Lifetime.Singleton, Kind: RegistrationKind.Service or RegistrationKind.HostedService } && _dependencies.IsOpaque(r))];

    private IReadOnlyList<Captive> Of(TypeRef keeper, ServiceRegistration? registration, Call? site, IEnumerable<Dependency> dependencies) =>
        [.. dependencies.SelectMany(Reached).Select(r => new Captive(keeper, registration, site, r.Chain, r.Scoped)).DistinctBy(c => (c.Service, c.Scoped))];

    private IReadOnlyList<Reach> Reached(Dependency dependency)
    {
        if (dependency.IsMade)
            return Through(dependency, dependency.Service, () => _dependencies.OfType(dependency.Service));
        var candidates = _services.Answering(dependency);
        if (candidates.Count == 0)
            return !_services.IsComposed && !dependency.IsKeyed && ScopedByLibraries.Contains(dependency.Service.FullName) ? [new([dependency], null)] : [];

        // Which of several registrations answers depends on the order in which they run, which only the host knows: what all of them do is sure.
        var reached = candidates.Select(c => Reached(dependency, c)).ToList();
        return dependency.IsMany || reached.All(r => r.Count > 0) ? [.. reached.SelectMany(r => r).DistinctBy(r => r.Scoped)] : [];
    }

    private IReadOnlyList<Reach> Reached(Dependency dependency, ServiceRegistration registration) => registration.Lifetime switch
    {
        Lifetime.Scoped => [new([dependency], registration)],
        Lifetime.Transient => Through(dependency, registration, () => _dependencies.Of(registration, dependency.Service)),
        _ => [],
    };

    /// <summary>What a transient object is made with, found once for each.</summary>
    private IReadOnlyList<Reach> Through(Dependency dependency, object maker, Func<IEnumerable<Dependency>> further)
    {
        var key = (maker, dependency.Service);
        if (!_through.TryGetValue(key, out var reached))
        {
            _through[key] = [];
            _through[key] = reached = [.. further().SelectMany(Reached)];
        }

        return [.. reached.Select(r => r with { Chain = [dependency, .. r.Chain] })];
    }

    /// <summary>A way to a scoped service.</summary>
    private sealed record Reach(IReadOnlyList<Dependency> Chain, ServiceRegistration? Scoped);
}
