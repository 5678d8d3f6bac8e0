using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Http;

/// <summary>Tells which calls go out over the wire, and with which client.</summary>
internal sealed class Sends
{
    private readonly CompiledProgram _program;
    private readonly HashSet<string> _services;
    private readonly HashSet<string> _declaring;

    public Sends(CompiledProgram program, ClientRegistrations registrations)
    {
        _program = program;
        var services = registrations.All.Where(r => r.Types.All(HasNoCodeOfItsOwn)).SelectMany(r => r.Types).ToList();
        _services = [.. services.Select(t => t.FullName)];
        _declaring = [.. services.SelectMany(program.SelfAndBases).Select(t => t.FullName)];
    }

    /// <summary>The client that a call sends with, or null where it sends nothing.</summary>
    public Value? ClientOf(Call call)
    {
        if (call.IsConstruction || call.Method.IsConstructor)
            return null;
        var method = call.Method;
        if (call.Receiver is not { } receiver)
            return IsExtension(method) ? call.Arguments[0] : null;
        return IsSend(method) || receiver.Type is { } type && _services.Contains(type.FullName) ? receiver : null;
    }

    /// <summary>By the method alone: whether a call of it may send. A service's method may be one that a base of it declares.</summary>
    public bool MaySend(MethodRef method) =>
        !method.IsConstructor && (method.HasThis ? _declaring.Contains(method.DeclaringType.FullName) || IsSend(method) : IsExtension(method));

    private bool IsSend(MethodRef method) =>
        IsVerb(method.Name) && IsInvoker(method.DeclaringType)
        || method.DeclaringType.FullName is HttpSymbols.RestClient or HttpSymbols.RestClientInterface && IsRestVerb(method.Name)
        || method.DeclaringType.FullName is HttpSymbols.FlurlClient or HttpSymbols.FlurlClientInterface && method.Name == "Request"
        || _services.Contains(method.DeclaringType.FullName)
        || _program.Derives(method.DeclaringType, HttpSymbols.GrpcClient) || IsRefit(method);

    /// <summary>The client or channel that an object only wraps, or null.</summary>
    public Value? Wrapped(Call call) =>
        ClientMakings.Wrapped(call)
        ?? (call.IsConstruction && _program.Derives(call.Method.DeclaringType, HttpSymbols.GrpcClient) ? call.Arguments.FirstOrDefault() : null);

    /// <summary>Interfaces that a generator implements, generated clients, and classes of libraries: calling them is sending.</summary>
    private bool HasNoCodeOfItsOwn(TypeRef type) =>
        _program.Find(type) is not { IsExternal: false, IsInterface: false } || _program.Derives(type, HttpSymbols.GrpcClient);

    private bool IsExtension(MethodRef method) =>
        method.Parameters is [{ } first, ..] && _program.Find(method) is null
        && (method.ReturnType.FullName.StartsWith("System.Threading.Tasks.", StringComparison.Ordinal) || method.ReturnType.FullName == "System.Collections.Generic.IAsyncEnumerable`1" || method.DeclaringType.Namespace == "RestSharp")
        && (IsInvoker(first) || first.FullName is HttpSymbols.RestClient or HttpSymbols.RestClientInterface && IsRestVerb(method.Name));

    private bool IsInvoker(TypeRef type) => type.Kind == TypeKind.Named && _program.Derives(type, HttpSymbols.HttpMessageInvoker);

    private bool IsRefit(MethodRef method) =>
        _program.Find(method) is { DeclaringType.IsInterface: true } definition && definition.Attributes.Any(a => _program.Derives(a.Type, HttpSymbols.RefitMethod));

    private static bool IsVerb(string name) => name is
        "Send" or "SendAsync" or "GetAsync" or "GetStringAsync" or "GetByteArrayAsync" or "GetStreamAsync" or "PostAsync" or "PutAsync" or "PatchAsync" or "DeleteAsync";

    private static bool IsRestVerb(string name) =>
        new[] { "Execute", "Get", "Post", "Put", "Delete", "Patch", "Head", "Options", "Download", "Stream" }.Any(v => name.StartsWith(v, StringComparison.Ordinal));
}
