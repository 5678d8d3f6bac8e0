using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Services;

namespace ScaleFitness.Model.Tasks;

/// <summary>What work that outlives its request takes along, and the request's scope disposes of: contexts, scoped services, the HTTP context.</summary>
internal sealed class RequestState(CodeModel code, Dispatch dispatch, ServiceGraph services)
{
    private const int Depth = 3;

    private static readonly HashSet<string> Http = ["Microsoft.AspNetCore.Http.HttpContext", "Microsoft.AspNetCore.Http.HttpRequest", "Microsoft.AspNetCore.Http.HttpResponse", "Microsoft.AspNetCore.Http.ISession"];

    /// <summary>The first such thing that the work uses, or null.</summary>
    public TypeRef? TakenBy(StartedWork work)
    {
        if (work.Way is LettingGo.Dropped or LettingGo.UsedAsValue && Outer(work.Call.Receiver, null) is { } receiver)
            return receiver;
        var seen = new HashSet<SourceFunction>();
        return work.Runs.Select(f => In(f, f, seen, Depth)).FirstOrDefault(t => t is not null)
            ?? (work.Way == LettingGo.Dropped ? work.Call.Arguments.Select(a => Outer(a, null)).FirstOrDefault(t => t is not null) : null);
    }

    private TypeRef? In(SourceFunction function, SourceFunction root, HashSet<SourceFunction> seen, int depth)
    {
        if (depth == 0 || !seen.Add(function))
            return null;
        foreach (var call in code.BodyOf(function).Calls)
        {
            foreach (var value in call.Receiver is { } receiver ? call.Arguments.Prepend(receiver) : call.Arguments)
                if (Outer(value, root) is { } taken)
                    return taken;
            if (call.Result.Type is { } type && Http.Contains(type.FullName) && call.Receiver is not null && ValueWalk.Origins(call.Receiver).Any(o => o is ArgumentValue { IsThis: true }))
                return type;
            // What its own object does on its behalf uses the same fields.
            foreach (var target in dispatch.Targets(call).Where(t => t.Parent == function || t.Method.DeclaringType == function.Owner.Definition.DeclaringType))
                if (In(target, root, seen, depth - 1) is { } inner)
                    return inner;
        }

        return null;
    }

    /// <summary>The type of a value that is not the work's own: it comes from a field, or from the function around.</summary>
    private TypeRef? Outer(Value? value, SourceFunction? root)
    {
        if (value is null || value is not CapturedValue && value.Type is null && value is not PhiValue)
            return null;
        if (value is CapturedValue { Variable.Type: var captured } && IsScoped(captured) && !IsMadeInside(value, root))
            return captured;
        foreach (var origin in ValueWalk.Origins(value))
            if (origin is FieldValue { Receiver: not null } or ArgumentValue { IsThis: false } && origin.Type is { } type && IsScoped(type) && (origin is FieldValue || root is null || origin.Function != root && !IsInside(origin.Function, root)))
                return type;
        return null;
    }

    /// <summary>A scope of its own, or a context of a factory: resolved inside, or around it for the purpose.</summary>
    private static bool IsMadeInside(Value value, SourceFunction? root) =>
        ValueWalk.Origins(value) is { Count: > 0 } origins && origins.All(o => root is not null && IsInside(o.Function, root) || ValueWalk.Awaited(o) is CallValue or NewValue);

    private static bool IsInside(SourceFunction function, SourceFunction root)
    {
        for (SourceFunction? current = function; current is not null; current = current.Parent)
            if (current == root)
                return true;
        return false;
    }

    private bool IsScoped(TypeRef type)
    {
        if (Http.Contains(type.FullName))
            return true;
        var registrations = services.For(type);
        if (code.Program.Derives(type, EntityModel.DbContext))
            return !registrations.Any(r => r.Lifetime == Lifetime.Singleton);
        return registrations.Count > 0 && registrations.All(r => r.Lifetime == Lifetime.Scoped) || HoldsContext(type, Depth);
    }

    /// <summary>A transient service that holds a context, or a service that does.</summary>
    private bool HoldsContext(TypeRef type, int depth) =>
        depth > 0 && (services.Implementations(type) ?? []).Any(i => services.LifetimeOf(i) == Lifetime.Transient
            && i.Fields.Any(f => !f.IsStatic && (code.Program.Derives(f.Type, EntityModel.DbContext) || HoldsContext(f.Type, depth - 1))));
}
