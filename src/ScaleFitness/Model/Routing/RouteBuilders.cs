using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Routing;

/// <summary>Which conventions hold for a mapping call: its own, those of the groups it is mapped on, in whatever method each is said.</summary>
internal sealed class RouteBuilders
{
    private readonly CodeModel _code;
    private readonly Provenance _provenance;
    private readonly Dictionary<Call, Limit> _own = new(ReferenceEqualityComparer.Instance);

    public RouteBuilders(CodeModel code, CallIndex index, Provenance provenance)
    {
        _code = code;
        _provenance = provenance;
        Mappings = [.. index.Mentioning(n => n.StartsWith("Map", StringComparison.Ordinal)).SelectMany(f => code.BodyOf(f).Calls).Where(IsMapping)];
        foreach (var call in index.Mentioning(MaySayLimit).SelectMany(f => code.BodyOf(f).Calls))
            if (Said(call) is var limit and not Limit.None && call.Subject is { } subject)
            {
                MayLimitOtherwise |= call.Method.DeclaringType.Namespace != "Microsoft.AspNetCore.Builder";
                foreach (var mapping in Behind(subject))
                    _own[mapping] = _own.TryGetValue(mapping, out var known) && known > limit ? known : limit;
            }
    }

    /// <summary>Calls that map endpoints or groups, the app's own methods seen through.</summary>
    public IReadOnlyList<Call> Mappings { get; }

    /// <summary>Whether endpoints are limited by conventions of packages, which need not leave anything in the metadata.</summary>
    public bool MayLimitOtherwise { get; }

    /// <summary>What conventions say of a mapping.</summary>
    public Limit LimitOf(Call mapping) => LimitOf(mapping, []);

    /// <summary>The routes of the groups that a call maps on, outermost first; empty where they cannot be told.</summary>
    public string PrefixOf(Call mapping) => PrefixOf(mapping, []);

    private string PrefixOf(Call mapping, HashSet<Call> seen)
    {
        if (!seen.Add(mapping) || _provenance.Of(mapping.Arguments[0], Same) is not [CallValue { Call: { Method.Name: "MapGroup" } group }])
            return "";
        return PrefixOf(group, seen) + (group.Arguments.Skip(1).Select(ValueWalk.Constant).OfType<string>().FirstOrDefault()?.TrimEnd('/') ?? "");
    }

    private Limit LimitOf(Call mapping, HashSet<Call> seen)
    {
        var own = _own.GetValueOrDefault(mapping);
        if (own == Limit.Disabled || !seen.Add(mapping))
            return own;
        var origins = _provenance.Of(mapping.Arguments[0], Same);
        // A constructor's argument is an origin beside what code passes for it, for the container's sake; it hands out no routes.
        var parents = origins.Where(o => o is not ArgumentValue { Function.Method.IsConstructor: true } || origins.Count == 1).Select(v => OfParent(v, seen)).ToList();
        var inherited = parents.Count == 0 ? Limit.None : parents.Min();
        return own > inherited ? own : inherited;
    }

    private Limit OfParent(Value value, HashSet<Call> seen) => value switch
    {
        CallValue { Call: var call } when IsMapping(call) => LimitOf(call, seen),
        FieldValue or UnknownValue => Limit.Unknown,
        _ => Limit.None,
    };

    private IEnumerable<Call> Behind(Value builder) =>
        _provenance.Of(builder, Same).OfType<CallValue>().Select(v => v.Call).Where(IsMapping);

    /// <summary>A call that returns the builder it was called on, for the next call to follow.</summary>
    private Value? Same(Call call)
    {
        if (IsMapping(call) || call.Method.ReturnType.FullName == "System.Void" || call.Subject is not { } subject)
            return null;
        var first = call.Method.HasThis ? call.Method.DeclaringType : call.Method.Parameters[0];
        return first == call.Method.ReturnType && (first.Kind == TypeKind.MethodTypeParameter || _code.Program.Derives(first, RoutingSymbols.EndpointConventionBuilder)) ? subject : null;
    }

    private bool IsMapping(Call call) =>
        call.Method is { HasThis: false, Parameters: [{ FullName: RoutingSymbols.EndpointRouteBuilder }, ..] } && call.Method.Name.StartsWith("Map", StringComparison.Ordinal)
        && _code.FunctionOf(call.Method) is null;

    private static bool MaySayLimit(string name) =>
        name is "Add" or "Finally" or "WithMetadata" || RateLimitAttributes.SpeaksOfLimits(name);

    private Limit Said(Call call)
    {
        if (_code.FunctionOf(call.Method) is not null || call.IsConstruction)
            return Limit.None;
        if (call.Method.Name is "WithMetadata" or "Add" or "Finally")
            return IsConvention(call.Method) ? Metadata(call) : Limit.None;
        if (RateLimitAttributes.SpeaksOfLimits(call.Method.Name) && !call.Method.HasThis && call.Method.ReturnType.Kind == TypeKind.MethodTypeParameter)
            return call.Method.Name.StartsWith("Disable", StringComparison.Ordinal) ? Limit.Disabled : Limit.Limited;
        return Limit.None;
    }

    private bool IsConvention(MethodRef method) => method.Name == "WithMetadata" || method.HasThis && _code.Program.Derives(method.DeclaringType, RoutingSymbols.EndpointConventionBuilder);

    /// <summary>Attributes that are handed over as objects, or made by the delegate that is.</summary>
    private Limit Metadata(Call call)
    {
        var made = call.Arguments.SelectMany(ValueWalk.Origins).SelectMany(Elements).OfType<NewValue>().Select(n => n.Type!)
            .Concat(call.Arguments.SelectMany(Dispatch.FunctionsOf).SelectMany(f => _code.BodyOf(f).Calls).Where(c => c.IsConstruction).Select(c => c.Method.DeclaringType))
            .ToList();
        return made.Any(t => t.FullName == RoutingSymbols.DisableRateLimiting) ? Limit.Disabled : made.Any(RateLimitAttributes.IsLimit) ? Limit.Limited : Limit.None;
    }

    private static IEnumerable<Value> Elements(Value value) => value is ArrayValue array ? array.Elements.SelectMany(ValueWalk.Origins) : [value];
}
