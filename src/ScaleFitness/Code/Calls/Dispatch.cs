using System.Collections.Concurrent;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Code.Calls;

/// <summary>Which of the app's functions a call may reach.</summary>
public sealed class Dispatch
{
    /// <summary>More targets than this are no information: the call is left open.</summary>
    private const int TargetLimit = 64;

    private readonly CodeModel _code;
    private readonly TypeHierarchy _types;
    private readonly IDispatchHints _hints;
    private readonly MessageHandlers _handlers;
    private readonly ConcurrentDictionary<MethodRef, IReadOnlyList<SourceFunction>> _overrides = new(SameMethod.Comparer);

    internal Dispatch(CodeModel code, TypeHierarchy types, IDispatchHints hints)
    {
        _code = code;
        _types = types;
        _hints = hints;
        _handlers = new(code);
    }

    /// <summary>The functions that a call may run, in a stable order; empty for a library's.</summary>
    public IReadOnlyList<SourceFunction> Targets(Call call)
    {
        var declared = Declared(call);
        return declared.Count > 0 && _handlers.IsFacade(call.Method) ? [.. declared.Concat(_handlers.Targets(call)).Distinct()] : declared;
    }

    private IReadOnlyList<SourceFunction> Declared(Call call)
    {
        if (call.IsConstruction)
            return Single(call.Method);
        if (IsDelegateInvoke(call))
            return [.. ValueWalk.Origins(call.Receiver!).OfType<FunctionValue>().SelectMany(Targets).Distinct()];
        var direct = _code.Program.Find(call.Method);
        if (direct is not null && !(call.IsVirtual && direct.IsVirtual))
            return Single(call.Method);
        if (!call.IsVirtual)
            return Library(call);
        var overrides = Overrides(call.Method, call.Receiver);
        return overrides.Count > 0 || direct is { HasBody: true } ? overrides : [.. overrides, .. Library(call)];
    }

    /// <summary>The functions that a delegate may run; a method group of an interface runs what implements it.</summary>
    public IReadOnlyList<SourceFunction> Targets(FunctionValue value) =>
        value.Target is { } target && !target.Method.IsVirtual ? [target]
        : value.Receiver is { Type: not null } receiver ? Overrides(value.Method, receiver)
        : value.Target is { } own ? [own] : [];

    /// <summary>The lambdas, local functions and methods of the app that a delegate value names.</summary>
    public static IEnumerable<SourceFunction> FunctionsOf(Value value) =>
        ValueWalk.Origins(value).OfType<FunctionValue>().Select(f => f.Target).OfType<SourceFunction>();

    /// <summary>Whether a library, or a facade of the app's own, may hand a call's arguments on to a handler of the app.</summary>
    internal bool MayHandOn(MethodRef method, bool isOwn) => isOwn ? _handlers.IsFacade(method) : _handlers.Any && MessageHandlers.IsSend(method);

    /// <summary>What a virtual call may run where nothing is known of its receiver; empty where that is too many to say.</summary>
    internal IReadOnlyList<SourceFunction> AllOverrides(MethodRef method, out bool isOpen)
    {
        var overrides = _overrides.GetOrAdd(method, AmongAll);
        isOpen = overrides.Count == 0;
        return overrides;
    }

    /// <summary>What a virtual call may run on objects of those types.</summary>
    internal IReadOnlyList<SourceFunction> On(IReadOnlyList<TypeDefinition> types, MethodRef method)
    {
        var result = new List<SourceFunction>();
        foreach (var type in types)
            if (type.IsConcrete && _types.Implementation(type, method) is { } implementation && _code.Folded.FunctionOf(implementation) is { } function)
                result.Add(function);
        return result;
    }

    private IReadOnlyList<SourceFunction> Single(MethodRef method) =>
        _code.FunctionOf(method) is { } function ? [function] : [];

    private IReadOnlyList<SourceFunction> Library(Call call) => _handlers.Targets(call);

    private static bool IsDelegateInvoke(Call call) =>
        call is { Receiver: not null, Method.Name: "Invoke" } && ValueWalk.Origins(call.Receiver).Any(v => v is FunctionValue);

    private IReadOnlyList<SourceFunction> Overrides(MethodRef method, Value? receiver) =>
        (Exact(receiver) ?? Registered(method, receiver)) is { } candidates ? Among(candidates, method) : _overrides.GetOrAdd(method, AmongAll);

    private IReadOnlyList<SourceFunction> AmongAll(MethodRef method) => Among(_types.Derived(method.DeclaringType.FullName), method);

    private IReadOnlyList<SourceFunction> Among(IReadOnlyList<TypeDefinition> candidates, MethodRef method)
    {
        var result = new List<SourceFunction>();
        foreach (var type in candidates)
        {
            if (!type.IsConcrete || !_hints.IsInstantiated(type))
                continue;
            if (_types.Implementation(type, method) is { } implementation && _code.Folded.FunctionOf(implementation) is { } function && !result.Contains(function))
                result.Add(function);
            if (result.Count > TargetLimit)
                return [];
        }

        // A base method that nothing overrides, called through a type that is never seen being made.
        if (result.Count == 0 && _code.Program.Find(method) is { HasBody: true } direct && _code.Folded.FunctionOf(direct) is { } own)
            result.Add(own);
        return result;
    }

    /// <summary>The types of the objects that the receiver is seen being made as, or null where it may be another.</summary>
    private List<TypeDefinition>? Exact(Value? receiver)
    {
        if (receiver is null)
            return null;
        var types = new List<TypeDefinition>();
        foreach (var origin in ValueWalk.Origins(receiver))
        {
            if (origin is not NewValue made || _code.Program.Find(made.Type!) is not { } type)
                return null;
            types.Add(type);
        }

        return types.Count > 0 ? types : null;
    }

    private IReadOnlyList<TypeDefinition>? Registered(MethodRef method, Value? receiver) =>
        _hints.Implementations(receiver?.Type is { } type && type.Kind == TypeKind.Named ? type : method.DeclaringType)
        ?? _hints.Implementations(method.DeclaringType);
}
