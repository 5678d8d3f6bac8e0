using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Http;

/// <summary>Finds clients that code makes itself.</summary>
internal sealed class ClientMakings
{
    private readonly CompiledProgram _program;
    private readonly HandlerChains _handlers;
    private readonly Dictionary<Call, ClientMaking> _makings = new(ReferenceEqualityComparer.Instance);

    public ClientMakings(CodeModel code, CallIndex index, TypeHierarchy types, HandlerChains handlers)
    {
        _program = code.Program;
        _handlers = handlers;
        // In the browser there is no socket of the app's own to run out of.
        var exempt = BrowserCode.Assemblies(code.Program);
        var names = types.Derived(HttpSymbols.HttpMessageInvoker).Select(t => t.Reference.Name).Concat(["HttpClient", "HttpMessageInvoker", "RestClient", "FlurlClient", "ForAddress", "For"]);
        foreach (var function in names.Distinct().SelectMany(index.Mentioning).Distinct())
            if (!exempt.Contains(function.Owner.Definition.DeclaringType.Assembly))
                foreach (var call in code.BodyOf(function).Calls)
                    if (Read(call) is { } making)
                        _makings[call] = making;
    }

    public IReadOnlyCollection<ClientMaking> All => _makings.Values;

    public ClientMaking? At(Call call) => _makings.GetValueOrDefault(call);

    /// <summary>The client that a call only wraps, or null.</summary>
    public static Value? Wrapped(Call call) =>
        IsWrapper(call) ? call.Arguments.FirstOrDefault(a => a.Type is { FullName: HttpSymbols.HttpClient } || ValueWalk.Origins(a).Any(o => o.Type is { FullName: HttpSymbols.HttpClient })) : null;

    private static bool IsWrapper(Call call) =>
        call.IsConstruction && call.Method.DeclaringType.FullName is HttpSymbols.RestClient or HttpSymbols.FlurlClient
        || call.Method.Is(HttpSymbols.RefitService, "For");

    private ClientMaking? Read(Call call)
    {
        var type = call.Method.DeclaringType;
        if (call.IsConstruction && type.FullName is not (HttpSymbols.RestClient or HttpSymbols.FlurlClient))
            return _program.Derives(type, HttpSymbols.HttpMessageInvoker) ? OfInvoker(call) : null;
        if (call.Method.Is(HttpSymbols.GrpcChannel, "ForAddress"))
            return OfChannel(call);
        if (!IsWrapper(call) || Wrapped(call) is not null)
            return null;
        if (type.FullName == HttpSymbols.RestClient && !OwnsConnections(call))
            return new(call, type.Name, [], null);
        return new(call, type.FullName == HttpSymbols.RefitService ? "Refit client" : type.Name, [call], null);
    }

    private ClientMaking OfInvoker(Call call)
    {
        var handler = _handlers.HandlerOf(call);
        return new(call, call.Method.DeclaringType.Name, handler is null ? [call] : _handlers.PoolsOf(handler), handler);
    }

    private ClientMaking OfChannel(Call call)
    {
        var options = call.Arguments.SelectMany(ValueWalk.Origins).FirstOrDefault(o => o.Type is { FullName: HttpSymbols.GrpcChannelOptions });
        if (options is null)
            return new(call, "gRPC channel", [call], null);
        if (options is not NewValue)
            return new(call, "gRPC channel", [], null);
        if (_handlers.Assigned(options, "set_HttpHandler") is { } handler)
            return new(call, "gRPC channel", _handlers.PoolsOf(handler), handler);
        return new(call, "gRPC channel", _handlers.Assigned(options, "set_HttpClient") is null ? [call] : [], null);
    }

    /// <summary>RestSharp before 107 rode on connections that the process shares (it could not be disposed); later it can be told to.</summary>
    private bool OwnsConnections(Call call)
    {
        if (_program.Find(call.Method.DeclaringType) is { } known && !_program.Derives(known.Reference, "System.IDisposable"))
            return false;
        return !call.Method.Parameters.Any(p => p.FullName == "System.Boolean") || !call.Arguments.Any(a => ValueWalk.Constant(a) is 1 or true && a.Type is null or { FullName: "System.Boolean" });
    }
}
