using System.Collections.Concurrent;
using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Http;

namespace ScaleFitness.Model.Effects;

/// <summary>A library call with an effect.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Call">The call.</param>
public sealed record EffectSite(Effect Effect, Call Call);

/// <summary>What calls do beyond the process: by the table, by what a query runs on, and by what generated clients derive from.</summary>
public sealed class EffectReader
{
    private readonly CompiledProgram _program;
    private readonly CodeModel _code;
    private readonly Dispatch _dispatch;
    private readonly Lazy<QueryReader> _queries;
    private readonly EffectSummaries _summaries;
    private readonly ConcurrentDictionary<MethodRef, Effect?> _byMethod = new(ReferenceEqualityComparer.Instance);
    private readonly FunctionTable<EffectSite[]> _own;

    internal EffectReader(CodeModel code, Dispatch dispatch, CallGraph graph, Lazy<QueryReader> queries)
    {
        _program = code.Program;
        _code = code;
        _dispatch = dispatch;
        _queries = queries;
        _own = new(code.Folded.FunctionCount, Find);
        _summaries = new(graph, In);
    }

    /// <summary>The effect of the call itself, or null: not of what the app's own method behind it does.</summary>
    public Effect? Of(Call call)
    {
        if (call.IsConstruction)
            return null;
        if (_byMethod.GetOrAdd(call.Method, OfMethod) is { } effect)
            return effect is { Kind: EffectKind.Database, IsWrite: false } && WrittenSql.Is(call) ? effect with { IsWrite = true } : effect;
        return RunsQuery(call) ? new(EffectKind.Database, false, !IsAsync(call.Method.ReturnType)) : null;
    }

    /// <summary>Effects of the library calls that a function makes itself, in source order.</summary>
    public IReadOnlyList<EffectSite> In(SourceFunction function) => _own[function];

    /// <summary>Effects of a function with everything that it calls and the lambdas it makes: each different one once, with one call that has it.</summary>
    public IReadOnlyList<EffectSite> Reached(SourceFunction function) => _summaries.Of(function);

    /// <summary>Effects of a call: its own, or those of the app's functions that it runs or is given to run.</summary>
    public IReadOnlyList<EffectSite> Through(Call call) =>
        Of(call) is { } own
            ? [new(own, call)]
            : [.. _dispatch.Targets(call).Concat(call.Arguments.SelectMany(Dispatch.FunctionsOf)).Distinct().SelectMany(Reached).DistinctBy(s => s.Effect)];

    private EffectSite[] Find(SourceFunction function)
    {
        List<EffectSite>? sites = null;
        foreach (var call in _code.BodyOf(function).Calls)
            if (Of(call) is { } effect)
                (sites ??= []).Add(new(effect, call));
        return sites?.ToArray() ?? [];
    }

    private Effect? OfMethod(MethodRef method)
    {
        if (IsStreamedQuery(method))
            return null;
        if (QueryMethods.IsQueryOperator(method))
            return method.Name.StartsWith("Execute", StringComparison.Ordinal) ? new(EffectKind.Database, true, !IsAsync(method.ReturnType)) : null;
        if (IsGeneratedClient(method))
            return new(EffectKind.Rpc, !IsRefitGet(method), !IsAsync(method.ReturnType));
        if (!EffectTable.MayName(method.Name))
            return null;
        foreach (var type in _program.SelfAndBases(method.DeclaringType))
            foreach (var row in EffectTable.Of(type.FullName))
                if (row.Names(method.Name))
                    return new(row.Kind, row.IsWrite, !IsAsync(method.ReturnType));
        return null;
    }

    /// <summary>Clients of gRPC and of Refit have no code to look into.</summary>
    private bool IsGeneratedClient(MethodRef method) =>
        method.HasThis && !method.IsConstructor
        && (method.DeclaringType.FullName != HttpSymbols.GrpcClient && _program.Derives(method.DeclaringType, HttpSymbols.GrpcClient) && method.Name != "WithHost"
            || _program.Find(method) is { DeclaringType.IsInterface: true } definition && definition.Attributes.Any(a => _program.Derives(a.Type, HttpSymbols.RefitMethod)));

    /// <summary>Refit's interfaces say by an attribute what is sent.</summary>
    private bool IsRefitGet(MethodRef method) =>
        _program.Find(method)?.Attributes.Any(a => a.Type.FullName is HttpSymbols.RefitGet or HttpSymbols.RefitHead) == true;

    private static bool IsStreamedQuery(MethodRef method) => method.Name is "AsAsyncEnumerable" or "AsEnumerable" or "AsQueryable";

    /// <summary>Whether the call makes a provider run a query: an operator that returns no query, or the enumeration of one.</summary>
    private bool RunsQuery(Call call)
    {
        if (call.Subject is not { } subject)
            return false;
        var runs = call.Method.Name is "GetEnumerator" or "GetAsyncEnumerator"
            ? QuerySources.IsSequence(call.Method.DeclaringType) || QuerySources.IsQueryable(call.Method.DeclaringType)
            : QueryMethods.IsQueryOperator(call.Method) && !QuerySources.IsSequence(call.Method.ReturnType) && !QuerySources.IsQueryable(call.Method.ReturnType) && !IsStreamedQuery(call.Method);
        return runs && IsProviders(subject) && _queries.Value.Read(subject).Any(q => q.Root is not ObjectsRoot);
    }

    /// <summary>Whether a provider runs it: the static type of one of its origins says so, or it streams a table.</summary>
    private static bool IsProviders(Value subject) =>
        QuerySources.IsQueryable(subject.Type) || ValueWalk.Within(subject, Streamed).Any(o => QuerySources.IsQueryable(o.Type));

    private static IReadOnlyList<Value> Streamed(Value value) =>
        value is CallValue { Call: { Method.Name: "AsAsyncEnumerable" or "AsEnumerable", Subject: { } source } } ? [source] : [];

    private static bool IsAsync(TypeRef type) =>
        type.Namespace == "System.Threading.Tasks"
        || type.FullName is "System.Collections.Generic.IAsyncEnumerable`1" or "System.Collections.Generic.IAsyncEnumerator`1"
        || type.FullName.StartsWith("Grpc.Core.Async", StringComparison.Ordinal);
}
