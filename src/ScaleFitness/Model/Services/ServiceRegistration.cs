using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Services;

/// <summary>One registration with the container: as the composed host has it, or else as the code shows it.</summary>
/// <param name="Service">What is asked for.</param>
/// <param name="Implementation">What is made, or null where only a factory or an instance knows.</param>
/// <param name="Lifetime">How long it lives.</param>
/// <param name="Factory">The app's factory, or null.</param>
/// <param name="Call">The call that registers it, or the one by which the app has it registered: a scan, a method of a library that names the type. Null where none can be told: only the host knows of it.</param>
/// <param name="Kind">What sort of registration it is.</param>
public sealed record ServiceRegistration(TypeRef Service, TypeRef? Implementation, Lifetime Lifetime, SourceFunction? Factory, Call? Call, RegistrationKind Kind)
{
    /// <summary>Whether it is asked for with a key.</summary>
    public bool IsKeyed { get; init; }

    /// <summary>The key; null where it is no constant, or there is none. The host's are texts, those of enums numbers.</summary>
    public object? Key { get; init; }

    /// <summary>Whether the code hands over the object itself: the container makes nothing.</summary>
    public bool IsInstance { get; init; }

    /// <summary>Whether the composed host has it.</summary>
    public bool IsComposed { get; init; }

    /// <summary>Its position in the composed container: of several for one service, the last answers. Zero where the host is not known.</summary>
    public int Order { get; init; }

    /// <summary>Whether the call registers others as well, which it does not name: a scan.</summary>
    public bool IsScanned { get; init; }

    /// <summary>Whether it goes around the other registrations of its service.</summary>
    public bool IsDecorator { get; init; }

    /// <summary>Whether code of a library makes the object, or code that was emitted at run time: with what, nobody can read.</summary>
    public bool HasOpaqueFactory { get; init; }

    /// <summary>What brought it about: its call, or the registration itself where a scan or a library did.</summary>
    internal object Cause => Call is { } call && !IsScanned ? call : this;

    /// <summary>What is made, or else what is asked for.</summary>
    public TypeRef Made => Implementation ?? Service;
}

/// <summary>What sort of registration it is.</summary>
public enum RegistrationKind
{
    /// <summary><c>AddSingleton</c>, <c>AddScoped</c>, <c>AddTransient</c> and their <c>TryAdd</c> and keyed forms.</summary>
    Service,

    /// <summary><c>AddDbContext</c>, <c>AddDbContextPool</c>.</summary>
    DbContext,

    /// <summary><c>AddDbContextFactory</c>, <c>AddPooledDbContextFactory</c>.</summary>
    DbContextFactory,

    /// <summary><c>AddHttpClient</c>: a typed client is transient.</summary>
    HttpClient,

    /// <summary><c>AddHostedService</c>.</summary>
    HostedService,
}
