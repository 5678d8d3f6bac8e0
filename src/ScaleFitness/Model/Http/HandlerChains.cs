using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Http;

/// <summary>Reads message handlers that code puts together: which one opens connections, and which stand before it.</summary>
internal sealed class HandlerChains(CodeModel code, Provenance provenance)
{
    /// <summary>The handler that a client is constructed with, in its own constructor's <c>base(…)</c> too; null where it makes one itself.</summary>
    public Value? HandlerOf(Call construction)
    {
        for (var i = 0; i < construction.Arguments.Count; i++)
            if (code.Program.Derives(construction.Method.Parameters[i], HttpSymbols.HttpMessageHandler))
                return construction.Arguments[i];
        return BaseCall(construction) is { } inherited ? HandlerOf(inherited) : null;
    }

    /// <summary>What a property of a new object is set to where the object is made, or null.</summary>
    public Value? Assigned(Value made, string setter) =>
        code.BodyOf(made.Function).Calls
            .Where(c => c.Method.Name == setter && c.Receiver is { } receiver && ValueWalk.Origins(receiver).Contains(made))
            .Select(c => c.Arguments[^1]).FirstOrDefault();

    /// <summary>The constructions of the handlers at the end of the chain: those hold the connections.</summary>
    public IReadOnlyList<Call> PoolsOf(Value handler) =>
        [.. Chain(handler).Where(n => IsTransport(n.Type)).Select(n => n.Call).Distinct()];

    /// <summary>Every handler that code is seen to construct for the chain, the first to be called first.</summary>
    public IEnumerable<NewValue> Chain(Value handler)
    {
        var seen = new HashSet<Value>(ReferenceEqualityComparer.Instance);
        var pending = new Queue<Value>([handler]);
        while (pending.TryDequeue(out var current))
            foreach (var made in provenance.Of(current).OfType<NewValue>())
                if (seen.Add(made) && code.Program.Derives(made.Type, HttpSymbols.HttpMessageHandler))
                {
                    yield return made;
                    if (HandlerOf(made.Call) is { } given)
                        pending.Enqueue(given);
                    if (Assigned(made, "set_InnerHandler") is { } inner)
                        pending.Enqueue(inner);
                }
    }

    /// <summary>Handlers over sockets, and types that extend them; a handler of the app's that answers by itself has none.</summary>
    private bool IsTransport(TypeRef? type) =>
        code.Program.Derives(type, HttpSymbols.HttpClientHandler) || type is { FullName: HttpSymbols.SocketsHttpHandler };

    private Call? BaseCall(Call construction) =>
        code.FunctionOf(construction.Method) is { } constructor
            ? code.BodyOf(constructor).Calls.FirstOrDefault(c => c is { IsConstruction: false, Method.Name: ".ctor" })
            : null;
}
