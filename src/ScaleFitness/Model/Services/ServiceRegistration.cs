using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Services;

/// <summary>One registration with the container, as the code shows it.</summary>
/// <param name="Service">What is asked for.</param>
/// <param name="Implementation">What is made, or null where only a factory or an instance knows.</param>
/// <param name="Lifetime">How long it lives.</param>
/// <param name="Factory">The factory, or null.</param>
/// <param name="Call">The call that registers it.</param>
/// <param name="Kind">What sort of registration it is.</param>
public sealed record ServiceRegistration(TypeRef Service, TypeRef? Implementation, Lifetime Lifetime, SourceFunction? Factory, Call Call, RegistrationKind Kind)
{
    /// <summary>Whether it is asked for with a key.</summary>
    public bool IsKeyed { get; init; }

    /// <summary>The key; null where it is no constant, or there is none.</summary>
    public object? Key { get; init; }

    /// <summary>Whether the code hands over the object itself: the container makes nothing.</summary>
    public bool IsInstance { get; init; }
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
