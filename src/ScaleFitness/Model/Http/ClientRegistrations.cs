using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Http;

/// <summary>The factory's clients, with all that their builders are told.</summary>
internal sealed class ClientRegistrations
{
    private readonly CodeModel _code;
    private readonly CallSites _sites;
    private readonly Provenance _provenance;
    private readonly BuilderDecorations _decorations;
    private readonly Dictionary<Call, ClientRegistration> _byCall = new(ReferenceEqualityComparer.Instance);

    public ClientRegistrations(CodeModel code, CallIndex index, CallSites sites, Provenance provenance, BuilderDecorations decorations)
    {
        _code = code;
        _sites = sites;
        _provenance = provenance;
        _decorations = decorations;
        foreach (var call in index.Mentioning(IsRegistration).SelectMany(f => code.BodyOf(f).Calls).Where(IsRegistration))
            _byCall[call] = Read(call);
        foreach (var call in index.Mentioning(MayConfigure).SelectMany(f => code.BodyOf(f).Calls))
            Apply(call);
    }

    public IReadOnlyCollection<ClientRegistration> All => _byCall.Values;

    /// <summary>What <c>ConfigureHttpClientDefaults</c> gives to all.</summary>
    public Decoration Defaults { get; private set; }

    /// <summary>Whether some client's name cannot be told, so that any name may be registered.</summary>
    public bool HasUnknownNames => All.Any(r => r.Names is null);

    public IEnumerable<ClientRegistration> Named(string name) => All.Where(r => r.Names?.Contains(name) == true);

    public IEnumerable<ClientRegistration> For(TypeRef type) => All.Where(r => r.Types.Any(t => t.FullName == type.FullName));

    private void Apply(Call call)
    {
        if (_byCall.TryGetValue(call, out var own))
        {
            own.Arm(_decorations.OfRegistration(call));
            if (_decorations.IsUnlimited(call))
                own.Unlimit();
            return;
        }

        if (!TakesBuilder(call.Method))
            return;
        var isShedding = call.Method.Name == "RemoveAllResilienceHandlers";
        var decoration = _decorations.Of(call);
        foreach (var root in Roots(call.Arguments[0]))
        {
            if (root.Method.Name == "ConfigureHttpClientDefaults")
                Defaults |= decoration;
            else if (_byCall.TryGetValue(root, out var registration) && isShedding)
                registration.Shed();
            else if (registration is not null)
                Configure(registration, call, decoration);
        }
    }

    private void Configure(ClientRegistration registration, Call call, Decoration decoration)
    {
        registration.Arm(decoration);
        // Of the caller's deadline what is left; and an interceptor may set any.
        if (call.Method.Name is "EnableCallContextPropagation" or "AddInterceptor")
            registration.MindDeadlines();
        if (call.Method.Name == "ConfigureHttpClient" && _decorations.IsUnlimited(call))
            registration.Unlimit();
        if (decoration == Decoration.None && _decorations.IsDoubtful(call.Method))
            registration.Doubt();
    }

    /// <summary>The calls that a builder comes from: registrations, or the one that is given the delegate whose argument it is.</summary>
    private IEnumerable<Call> Roots(Value builder)
    {
        foreach (var origin in _provenance.Of(builder, c => TakesBuilder(c.Method) ? c.Arguments[0] : null))
            if (origin is CallValue { Call: var call })
                yield return call;
            else if (origin is ArgumentValue { IsThis: false } argument)
                foreach (var given in _sites.Given(argument.Function))
                    yield return given;
    }

    private static bool TakesBuilder(MethodRef method) => method is { HasThis: false, Parameters: [{ FullName: HttpSymbols.HttpClientBuilder }, ..] };

    /// <summary>What extends a builder is named so by all who write such extensions.</summary>
    private static bool MayConfigure(string name) =>
        name.StartsWith("Add", StringComparison.Ordinal) || name.StartsWith("Configure", StringComparison.Ordinal) || name.StartsWith("Use", StringComparison.Ordinal)
        || name.StartsWith("With", StringComparison.Ordinal) || name.StartsWith("Remove", StringComparison.Ordinal);

    private static bool IsRegistration(string name) => name.StartsWith("AddHttpClient", StringComparison.Ordinal) || name.Contains("RefitClient", StringComparison.Ordinal) || name.Contains("RefitGeneratedClient", StringComparison.Ordinal) || name == "AddGrpcClient";

    private bool IsRegistration(Call call) =>
        IsRegistration(call.Method.Name) && _code.FunctionOf(call.Method) is null
        && call.Method is { HasThis: false, Parameters: [{ FullName: HttpSymbols.ServiceCollection }, ..], ReturnType.FullName: HttpSymbols.HttpClientBuilder };

    private ClientRegistration Read(Call call)
    {
        var types = call.Method.TypeArguments.SelectMany(t => Concrete(t, call)).ToList();
        var position = call.Method.Parameters.Select(p => p.FullName).ToList().IndexOf("System.String");
        var names = position >= 0 ? _provenance.Constants<string>(call.Arguments[position]) : [.. types.Take(1).Select(t => t.Name)];
        return new(call, names, types);
    }

    /// <summary>In a generic method of the app the types are what its callers say.</summary>
    private IEnumerable<TypeRef> Concrete(TypeRef type, Call call) =>
        type.Kind == TypeKind.MethodTypeParameter
            ? _sites.Of(call.Function).Where(c => type.Position < c.Method.TypeArguments.Length).Select(c => c.Method.TypeArguments[type.Position])
            : [type];
}
