using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;

namespace ScaleFitness.Model.Services;

/// <summary>
/// The registrations of the composed host, each with the call that made it. What code shows and the host does not have
/// was not run here: another environment, a condition, an earlier registration that came first.
/// </summary>
internal sealed class ComposedRegistrations
{
    private readonly CodeModel _code;
    private readonly ComposedHost _host;
    private readonly List<ServiceRegistration> _written;
    private readonly RegistrationSites _sites;

    private ComposedRegistrations(CodeModel code, ComposedHost host, IReadOnlyList<Call> calls, IReadOnlyList<ServiceRegistration> written)
    {
        _code = code;
        _host = host;
        _written = [.. written];
        _sites = new(code, calls, written);
    }

    /// <summary>All of them, in the order of the container, and after them those of the app's other programs, which have hosts of their own.</summary>
    public static IReadOnlyList<ServiceRegistration> Of(CodeModel code, ComposedHost host, IReadOnlyList<Call> calls, IReadOnlyList<ServiceRegistration> written)
    {
        var reader = new ComposedRegistrations(code, host, calls, written);
        var programs = code.Program.Assemblies.Where(a => a.Main is not null && host.App.Length > 0 && a.Name != host.App).Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
        return [.. host.Services.Select(reader.Read), .. reader._written.Where(w => w.Call is { } call && programs.Contains(call.Function.Owner.Definition.DeclaringType.Assembly))];
    }

    private ServiceRegistration Read(ComposedService composed)
    {
        var match = RegistrationMatch.Of(_code, composed);
        if (composed.Factory?.Type.Assembly == ServiceSymbols.Decorations && _sites.Decoration(match.Service) is { Method.TypeArguments: [_, var around] } decoration)
            return new(match.Service, around, composed.Lifetime, null, decoration, RegistrationKind.Service) { IsKeyed = composed.IsKeyed, Key = composed.Key, IsComposed = true, Order = composed.Order, IsDecorator = true };
        var written = Take(w => match.IsOf(w, _code)) ?? Take(match.MayBeOf);
        var (call, isScanned) = written is null ? CallOf(match) : (written.Call, false);
        var implementation = match.Implementation ?? (composed.Made is { } made ? HostSymbols.TypeOf(_code, made) : null) ?? written?.Implementation ?? (match.Factory is { } factory ? RegistrationReader.MadeBy(factory, _code) : null);
        return new(match.Service, implementation, composed.IsDecorator ? Decorated(composed) : composed.Lifetime, match.Factory, call, KindOf(match, written))
        {
            IsKeyed = composed.IsKeyed,
            Key = composed.Key,
            IsInstance = composed.Instance is not null,
            IsComposed = true,
            Order = composed.Order,
            IsScanned = isScanned,
            IsDecorator = composed.IsDecorator,
            HasOpaqueFactory = match.Factory is null && composed.Implementation is null && composed.Instance is null,
        };
    }

    /// <summary>What goes around a service lives as long as it does.</summary>
    private Lifetime Decorated(ComposedService decorator) =>
        _host.Services.LastOrDefault(s => !s.IsDecorator && s.Service.FullName == decorator.Service.FullName)?.Lifetime ?? decorator.Lifetime;

    private ServiceRegistration? Take(Func<ServiceRegistration, bool> matches)
    {
        var index = _written.FindIndex(w => matches(w));
        if (index < 0)
            return null;
        var taken = _written[index];
        _written.RemoveAt(index);
        return taken;
    }

    /// <summary>What libraries register for themselves is nobody's line.</summary>
    private (Call? Call, bool IsScanned) CallOf(RegistrationMatch match)
    {
        if (!IsOwn(match.Service) && !IsOwn(match.Implementation) && match.Factory is null)
            return default;
        if ((_sites.Helper(match) ?? _sites.Naming(match)) is { } call)
            return (call, false);
        return match.Implementation is not null && IsOwn(match.Implementation) && _sites.Scan(match) is { } scan ? (scan, true) : default;
    }

    private RegistrationKind KindOf(RegistrationMatch match, ServiceRegistration? written) =>
        match.IsHosted ? RegistrationKind.HostedService
        : written?.Kind is RegistrationKind.HttpClient ? RegistrationKind.HttpClient
        : _code.Program.Derives(match.Service, ServiceSymbols.DbContext) && match.Factory is null && match.Composed.Instance is null && written?.Kind is not RegistrationKind.Service ? RegistrationKind.DbContext
        : match.Factory is null && match.Composed.Factory?.Type.Assembly == ServiceSymbols.HttpClients && IsOwn(match.Service) ? RegistrationKind.HttpClient
        : RegistrationKind.Service;

    private bool IsOwn(TypeRef? type) => type is not null && (_code.Program.Find(type) is { IsExternal: false } || type.Arguments.Any(IsOwn));
}
