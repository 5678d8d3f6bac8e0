using System.Globalization;
using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Services;

/// <summary>The container's registrations: the composed host's, or else as code shows them.</summary>
public sealed class ServiceGraph : IDispatchHints
{
    /// <summary>Calls that register types found by scanning: which ones cannot be told from code.</summary>
    private static readonly HashSet<string> Scans = ["Scan", "RegisterAssemblyTypes", "RegisterAssemblyModules", "AddMediatR", "FromAssemblyOf", "AddClasses", "RegisterAssemblyOpenGenericTypes"];

    private readonly CodeModel _code;
    private readonly Dictionary<string, List<ServiceRegistration>> _byService = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lifetime> _lifetimes = new(StringComparer.Ordinal);
    private readonly InstantiatedTypes _instantiated;

    internal ServiceGraph(CodeModel code, IReadOnlyList<Call> calls, ComposedHost? host)
    {
        _code = code;
        _instantiated = new(code.Program);
        var written = calls.SelectMany(c => RegistrationReader.Read(c, code)).ToList();
        IsComposed = host is not null && host.Services.Count > 0;
        IsComplete = IsComposed && host is { UnreadContainer: null, IsComplete: true };
        Scanning = IsComposed ? host!.UnreadContainer is not null : calls.Any(c => Scans.Contains(c.Method.Name));
        Container = IsComposed ? ComposedRegistrations.Of(code, host!, calls, written) : written;
        NotRun = IsComposed ? [.. written.Where(w => !Container.Any(r => r.Call == w.Call))] : [];
        NotRunLibraries = IsComposed && calls.Any(c => c.Conditions.Count > 0 && code.FunctionOf(c.Method) is null && c.Method.Name.StartsWith("Add", StringComparison.Ordinal) && !written.Any(w => w.Call == c));
        Registrations = IsComposed ? [.. Container.Where(IsOfTheApp)] : Container;
        Constructions = new(code, host);
        foreach (var registration in Container)
            Index(registration);
    }

    /// <summary>Whether the app's own host was asked. What code shows and the host does not have does not count then.</summary>
    public bool IsComposed { get; }

    /// <summary>Whether the host was composed to its end, and everything in its container is known: what is not there is missing.</summary>
    public bool IsComplete { get; }

    /// <summary>The app's registrations: of its types, or by calls of its code. In the container's order, or else the code's.</summary>
    public IReadOnlyList<ServiceRegistration> Registrations { get; }

    /// <summary>All registrations, those of the framework and of libraries too where the host is known.</summary>
    public IReadOnlyList<ServiceRegistration> Container { get; }

    /// <summary>Registrations that code shows and the composed host does not have: other conditions, other environments, what came too late.</summary>
    internal IReadOnlyList<ServiceRegistration> NotRun { get; }

    /// <summary>The app's factories: the container runs them, or nobody.</summary>
    internal IEnumerable<SourceFunction> Factories => Registrations.Concat(NotRun).Select(r => r.Factory).OfType<SourceFunction>();

    /// <summary>Whether code calls methods of libraries under a condition, which may register what the composed host does not have.</summary>
    internal bool NotRunLibraries { get; }

    /// <summary>How the container makes what is registered, where the host is known.</summary>
    public Constructions Constructions { get; }

    /// <summary>Whether types may be registered that are not known: scanning that only code shows, a container that cannot be read.</summary>
    public bool Scanning { get; }

    /// <summary>The lifetime of an implementation, or null where the app does not register it. The longest, where it has several.</summary>
    public Lifetime? LifetimeOf(TypeDefinition implementation) =>
        _lifetimes.TryGetValue(implementation.Reference.FullName, out var lifetime) ? lifetime : null;

    /// <summary>Registrations of a service.</summary>
    public IReadOnlyList<ServiceRegistration> For(TypeRef service) =>
        _byService.TryGetValue(service.FullName, out var list) ? list : [];

    /// <summary>
    /// The registrations that may answer: of the closed type, or else of the open one. Of a composed container the last one
    /// answers, or all where many are asked for. A factory of contexts is no context.
    /// </summary>
    public IReadOnlyList<ServiceRegistration> Answering(Dependency dependency)
    {
        var all = For(dependency.Service).Where(r => r.Kind != RegistrationKind.DbContextFactory && (IsComposed || r.Kind != RegistrationKind.HostedService) && Answers(r, dependency)).ToList();
        var closed = all.Where(r => ReferenceEquals(r.Service, dependency.Service)).ToList();
        var open = all.Where(r => r.Service.Arguments.IsEmpty && !ReferenceEquals(r.Service, dependency.Service)).ToList();
        if (dependency.IsMany)
            return [.. all.Where(r => closed.Contains(r) || open.Contains(r))];
        var nearest = closed.Count > 0 ? closed : open;
        return nearest.Count > 1 && nearest.TrueForAll(r => r.IsComposed) ? [nearest.MaxBy(r => r.Order)!] : nearest;
    }

    /// <inheritdoc />
    public IReadOnlyList<TypeDefinition>? Implementations(TypeRef service)
    {
        var registrations = For(service);
        if (registrations.Count == 0 || registrations.Any(r => r.Implementation is null) || Scanning && IsComposed)
            return null;
        var types = new List<TypeDefinition>();
        foreach (var registration in registrations)
            if (_code.Program.Find(registration.Implementation) is { IsExternal: false } type && !types.Contains(type))
                types.Add(type);
        // Registered by a factory whose declared type is the interface itself: anyone's guess.
        // A library's own service that a library answers: what the app makes of it by hand is not the container's.
        return types.Any(t => t.IsInterface) || types.Count == 0 && IsComposed ? null : types;
    }

    /// <inheritdoc />
    public bool IsInstantiated(TypeDefinition type) => Scanning || _instantiated.Contains(type) || _lifetimes.ContainsKey(type.Reference.FullName);

    private static bool Answers(ServiceRegistration registration, Dependency dependency) =>
        registration.IsKeyed == dependency.IsKeyed
        && (!registration.IsKeyed || registration.Key is null || dependency.Key is null || string.Equals(Convert.ToString(registration.Key, CultureInfo.InvariantCulture), Convert.ToString(dependency.Key, CultureInfo.InvariantCulture), StringComparison.Ordinal));

    private bool IsOfTheApp(ServiceRegistration registration) =>
        registration.Call is not null || registration.Factory is not null || IsOwn(registration.Service) || IsOwn(registration.Implementation);

    private bool IsOwn(TypeRef? type) => _code.Program.Find(type) is { IsExternal: false };

    private void Index(ServiceRegistration registration)
    {
        if (!_byService.TryGetValue(registration.Service.FullName, out var list))
            _byService[registration.Service.FullName] = list = [];
        list.Add(registration);
        foreach (var type in new[] { registration.Implementation, registration.Service })
            if (type is not null && _code.Program.Find(type) is { IsInterface: false } definition)
            {
                var name = definition.Reference.FullName;
                _lifetimes[name] = _lifetimes.TryGetValue(name, out var known) && known > registration.Lifetime ? known : registration.Lifetime;
            }
    }
}
