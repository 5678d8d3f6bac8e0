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
        _dependencies = new(code);
    }

    /// <summary>What the registration of a singleton makes captive.</summary>
    public IReadOnlyList<Captive> Of(ServiceRegistration singleton) =>
        Of(singleton.Implementation ?? singleton.Service, singleton.Call, _dependencies.Of(singleton, singleton.Service));

    /// <summary>What the one object of a type makes captive that no registration makes: middleware.</summary>
    public IReadOnlyList<Captive> Of(TypeDefinition type, Call site) => Of(type.Reference, site, _dependencies.OfType(type.Reference));

    private IReadOnlyList<Captive> Of(TypeRef keeper, Call site, IEnumerable<Dependency> dependencies) =>
        [.. dependencies.SelectMany(Reached).Select(r => new Captive(keeper, site, r.Chain, r.Scoped)).DistinctBy(c => (c.Service, c.Scoped))];

    private IReadOnlyList<Reach> Reached(Dependency dependency)
    {
        if (dependency.IsMade)
            return Through(dependency, dependency.Service, () => _dependencies.OfType(dependency.Service));
        var candidates = Candidates(dependency);
        if (candidates.Count == 0)
            return !dependency.IsKeyed && ScopedByLibraries.Contains(dependency.Service.FullName) ? [new([dependency], null)] : [];

        // Which of several registrations answers depends on the order in which they run: only what all of them do is sure.
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

    /// <summary>The registrations that may answer: of the closed type, or else of the open one. A factory of contexts is no context.</summary>
    private List<ServiceRegistration> Candidates(Dependency dependency)
    {
        var all = _services.For(dependency.Service).Where(r => r.Kind != RegistrationKind.DbContextFactory && r.Kind != RegistrationKind.HostedService && Answers(r, dependency)).ToList();
        var closed = all.Where(r => ReferenceEquals(r.Service, dependency.Service)).ToList();
        return closed.Count > 0 && !dependency.IsMany ? closed : [.. all.Where(r => ReferenceEquals(r.Service, dependency.Service) || r.Service.Arguments.IsEmpty)];
    }

    private static bool Answers(ServiceRegistration registration, Dependency dependency) =>
        registration.IsKeyed == dependency.IsKeyed && (!registration.IsKeyed || registration.Key is null || dependency.Key is null || Equals(registration.Key, dependency.Key));

    /// <summary>A way to a scoped service.</summary>
    private sealed record Reach(IReadOnlyList<Dependency> Chain, ServiceRegistration? Scoped);
}
