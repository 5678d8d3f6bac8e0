using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Locks;

/// <summary>Tells who waits at a lock from the value that is locked.</summary>
internal sealed class LockTargets(CodeModel code, Dispatch dispatch, CallSites sites, Provenance provenance, Reach reach, SharedObjects shared)
{
    /// <summary>Arguments and getters are followed this far.</summary>
    private const int Depth = 4;

    private static readonly LockTarget Own = new(LockScope.Own, "", null);

    private static readonly LockTarget Keyed = new(LockScope.Key, "", null);

    /// <summary>What the call locks.</summary>
    public LockTarget Of(Call enter, LockRow row)
    {
        if (LockTable.Operand(enter) is not { } operand || row.IsCounted && !LetsOneIn(operand))
            return Own;
        var named = row.Type is LockSymbols.Mutex or LockSymbols.Semaphore ? Named(operand) : null;
        return named ?? Of(operand, Depth);
    }

    /// <summary>What an instance or static method compiled as synchronized locks.</summary>
    public LockTarget OfSynchronized(MethodDefinition method) =>
        method.IsStatic ? OfType(method.DeclaringType.Reference) : OfThis(method.DeclaringType);

    private LockTarget Of(Value operand, int depth)
    {
        var targets = ValueWalk.Origins(operand).Select(o => OfOrigin(o, depth)).Distinct().ToList();
        // Now this lock, now that one: picked by something.
        return targets is [var only] ? only : Own;
    }

    private LockTarget OfOrigin(Value origin, int depth) => origin switch
    {
        FieldValue { Definition: { } field } value => OfField(field, value.Receiver, depth),
        ArgumentValue { IsThis: true } self => OfThis(self.Function.Method.DeclaringType),
        ArgumentValue argument when depth > 0 => Passed(argument, depth),
        ConstantValue { Constant: string text } => new(LockScope.Process, $"\"{text}\"", null),
        ComputedValue { Operation: "element" } => Keyed,
        OutValue { Call.Method.Name: "TryGetValue" or "TryAdd" } => Keyed,
        NewValue made => OfNew(made),
        CallValue called => OfCall(called.Call, depth),
        _ => Own,
    };

    private LockTarget OfField(FieldDefinition field, Value? receiver, int depth)
    {
        if (field.Attributes.Any(a => a.Type.FullName == LockSymbols.ThreadStatic))
            return Own;
        // A scoped object that keeps the lock it was given: the lock is as shared as where it came from.
        if (field.IsStatic)
            return IsPicked(field, depth) ? Keyed : new(LockScope.Process, field.DisplayName, field);
        if (receiver is not null && ValueWalk.Origins(receiver).Any(o => o is CallValue { Call.Method.Name: "GetOrAdd" or "get_Item" or "AddOrUpdate" } or OutValue or ComputedValue))
            return Keyed;
        return shared.IsShared(field.DeclaringType) && !IsPicked(field, depth) ? new(LockScope.Singleton, field.DisplayName, field) : Own;
    }

    private bool IsPicked(FieldDefinition field, int depth) =>
        depth > 0 && sites.WritesTo(field).SelectMany(w => ValueWalk.Origins(w.Value)).Any(o => o is CallValue or OutValue && OfOrigin(o, depth - 1).Scope == LockScope.Key);

    private LockTarget OfThis(TypeDefinition type) =>
        shared.IsShared(type) ? new(LockScope.Singleton, type.DisplayName, null) : Own;

    private static LockTarget OfType(TypeRef type) => new(LockScope.Process, $"typeof({type.DisplayName})", null);

    private LockTarget Passed(ArgumentValue argument, int depth)
    {
        var targets = sites.Of(argument.Function).Where(c => argument.Position < c.Arguments.Count).Select(c => Of(c.Arguments[argument.Position], depth - 1)).Distinct().ToList();
        return targets is [var only] ? only : Own;
    }

    /// <summary>A local that start-up makes and an endpoint's lambda captures lives as long as the process; any other is its function's own.</summary>
    private LockTarget OfNew(NewValue made) =>
        reach.IsAtStartUp(made.Function) && !reach.IsOnRequest(made.Function) && !reach.IsInBackground(made.Function)
            ? new(LockScope.Process, $"a lock that {made.Function.Owner.DisplayName} makes", null)
            : Own;

    private LockTarget OfCall(Call call, int depth)
    {
        if (call.Method.Name is "GetTypeFromHandle" && call.Arguments is [SymbolValue { Symbol: TypeRef type }])
            return OfType(type);
        if (call.Method.Name is "GetType" && call.Receiver is not null)
            return OfType(call.Receiver.Type ?? call.Method.DeclaringType);
        if (call.Method.Name == "get_SyncRoot" && call.Receiver is { } collection && depth > 0)
            return Of(collection, depth - 1);
        if (dispatch.Targets(call) is [var getter] && depth > 0)
            return Returned(getter, depth);
        return dispatch.Targets(call).Count == 0 && call.Arguments.Count > 0 ? Keyed : Own;
    }

    private LockTarget Returned(SourceFunction getter, int depth)
    {
        var targets = code.BodyOf(getter).Returns.Select(r => Of(r, depth - 1)).Distinct().ToList();
        return targets is [var only] ? only : targets.Any(t => t.Scope == LockScope.Key) ? Keyed : Own;
    }

    /// <summary>A semaphore that one at a time may pass. One whose count is a setting, or not known, is no global lock.</summary>
    private bool LetsOneIn(Value operand)
    {
        var origins = provenance.Of(operand);
        return origins.Count > 0 && origins.All(o => o is NewValue { Call: var made } && (made.Arguments.Count == 0 || made.Method.Parameters[0].FullName != "System.Int32" || ValueWalk.Constant(made.Arguments[0]) is 1));
    }

    private LockTarget? Named(Value operand)
    {
        foreach (var origin in provenance.Of(operand).OfType<NewValue>())
            for (var i = 0; i < origin.Call.Method.Parameters.Length; i++)
                if (origin.Call.Method.Parameters[i].FullName == "System.String")
                    return ValueWalk.Constant(origin.Call.Arguments[i]) is string name ? new(LockScope.Machine, $"\"{name}\"", null) : Keyed;
        return null;
    }
}
