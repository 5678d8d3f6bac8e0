using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Services;

/// <summary>The container's registrations, read from code.</summary>
public sealed class ServiceGraph : IDispatchHints
{
    /// <summary>Calls that register types found by scanning: which ones cannot be told from code.</summary>
    private static readonly HashSet<string> Scans = ["Scan", "RegisterAssemblyTypes", "RegisterAssemblyModules", "AddMediatR", "FromAssemblyOf", "AddClasses", "RegisterAssemblyOpenGenericTypes"];

    private readonly CodeModel _code;
    private readonly Dictionary<string, List<ServiceRegistration>> _byService = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Lifetime> _lifetimes = new(StringComparer.Ordinal);
    private readonly InstantiatedTypes _instantiated;
    private readonly bool _scans;

    internal ServiceGraph(CodeModel code, IEnumerable<Call> calls)
    {
        _code = code;
        _instantiated = new(code.Program);
        var registrations = new List<ServiceRegistration>();
        foreach (var call in calls)
        {
            registrations.AddRange(RegistrationReader.Read(call, code));
            _scans |= Scans.Contains(call.Method.Name);
        }

        Registrations = registrations;
        foreach (var registration in registrations)
            Index(registration);
    }

    /// <summary>All registrations, in the order of the code.</summary>
    public IReadOnlyList<ServiceRegistration> Registrations { get; }

    /// <summary>Whether the app registers types that it finds by scanning, so that a type without a registration may still be one.</summary>
    public bool Scanning => _scans;

    /// <summary>The lifetime of an implementation, or null where the app does not register it. The longest, where it has several.</summary>
    public Lifetime? LifetimeOf(TypeDefinition implementation) =>
        _lifetimes.TryGetValue(implementation.Reference.FullName, out var lifetime) ? lifetime : null;

    /// <summary>Registrations of a service.</summary>
    public IReadOnlyList<ServiceRegistration> For(TypeRef service) =>
        _byService.TryGetValue(service.FullName, out var list) ? list : [];

    /// <inheritdoc />
    public IReadOnlyList<TypeDefinition>? Implementations(TypeRef service)
    {
        var registrations = For(service);
        if (registrations.Count == 0 || registrations.Any(r => r.Implementation is null))
            return null;
        var types = new List<TypeDefinition>();
        foreach (var registration in registrations)
            if (_code.Program.Find(registration.Implementation) is { IsExternal: false } type && !types.Contains(type))
                types.Add(type);
        // Registered by a factory whose declared type is the interface itself: anyone's guess.
        return types.Any(t => t.IsInterface) ? null : types;
    }

    /// <inheritdoc />
    public bool IsInstantiated(TypeDefinition type) => _scans || _instantiated.Contains(type) || _lifetimes.ContainsKey(type.Reference.FullName);

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
