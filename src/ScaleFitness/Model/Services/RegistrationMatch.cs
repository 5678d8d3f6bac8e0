using System.Globalization;
using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Services;

/// <summary>A registration of the host, in the code's words.</summary>
/// <param name="Composed">As the host says it.</param>
/// <param name="Service">What is asked for.</param>
/// <param name="Implementation">What the container makes itself, or the type of the object that was handed over.</param>
/// <param name="Factory">The app's factory.</param>
internal sealed record RegistrationMatch(ComposedService Composed, TypeRef Service, TypeRef? Implementation, SourceFunction? Factory)
{
    public static RegistrationMatch Of(CodeModel code, ComposedService composed) => new(
        composed,
        HostSymbols.TypeOf(code, composed.Service),
        (composed.Implementation ?? composed.Instance) is { } made ? HostSymbols.TypeOf(code, made) : null,
        composed.Factory is { } factory ? HostSymbols.FunctionOf(code, factory) : null);

    /// <summary>Whether the host registers something that is asked for under the interface of hosted services.</summary>
    public bool IsHosted => Service.FullName == ServiceSymbols.HostedService;

    /// <summary>Whether the call made the registration, for sure: same service, same lifetime, same object.</summary>
    public bool IsOf(ServiceRegistration written, CodeModel code) => IsAskedAs(written) && IsMadeAs(written, code);

    /// <summary>Whether the call may have made it: what it makes cannot be told from the code.</summary>
    public bool MayBeOf(ServiceRegistration written) =>
        written.Kind == RegistrationKind.Service && IsAskedAs(written) && Composed.Implementation is null && written.Factory is null && (written.Implementation is null || written.IsInstance);

    private bool IsAskedAs(ServiceRegistration written)
    {
        if (IsHosted || written.Kind == RegistrationKind.HostedService)
            return IsHosted && written.Kind == RegistrationKind.HostedService;
        return Same(written.Service, Service) && written.IsKeyed == Composed.IsKeyed && (!written.IsKeyed || IsKey(written.Key))
            && (written.Lifetime == Composed.Lifetime || written.Kind is RegistrationKind.DbContext or RegistrationKind.DbContextFactory);
    }

    private bool IsMadeAs(ServiceRegistration written, CodeModel code)
    {
        if (Factory is not null)
            return written.Factory == Factory;
        if (Composed.Instance is not null)
            return written.IsInstance && (written.Implementation is null || Implementation is not null && (Same(written.Implementation, Implementation) || code.Program.Derives(Implementation, written.Implementation.FullName)));
        // Libraries make typed clients and pooled contexts with factories of their own.
        if (Implementation is null)
            return written.Kind is RegistrationKind.HttpClient or RegistrationKind.DbContext or RegistrationKind.DbContextFactory;
        return written is { Factory: null, IsInstance: false, Implementation: { } implementation } && Same(implementation, Implementation);
    }

    private bool IsKey(object? key) =>
        key is null || Composed.Key is null || string.Equals(Convert.ToString(key, CultureInfo.InvariantCulture), Composed.Key, StringComparison.Ordinal);

    /// <summary>A type that is open in one place is written with its own parameters in another.</summary>
    private static bool Same(TypeRef a, TypeRef b) => ReferenceEquals(a, b) || a.FullName == b.FullName && (a.Arguments.IsEmpty || b.Arguments.IsEmpty);
}
