using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>A change of an entity that was loaded.</summary>
/// <param name="Entity">The entity.</param>
/// <param name="Site">The call that sets a property, or a method of the entity that does.</param>
public sealed record EntityChange(Entity Entity, Call Site);

/// <summary>Finds where functions change entities that they did not make.</summary>
public sealed class EntityChanges
{
    /// <summary>Repositories behind services behind mediators; deeper is somebody else's entity.</summary>
    private const int DepthLimit = 5;

    private readonly CodeModel _code;
    private readonly Dispatch _dispatch;
    private readonly EntityModel _entities;

    internal EntityChanges(CodeModel code, Dispatch dispatch, EntityModel entities)
    {
        _code = code;
        _dispatch = dispatch;
        _entities = entities;
    }

    /// <summary>The changes of a function, in the order of the code.</summary>
    public IEnumerable<EntityChange> In(SourceFunction function)
    {
        var calls = _code.BodyOf(function).Calls;
        foreach (var call in calls)
            if (call.Receiver is { } receiver && _entities.Of(receiver.Type) is { } entity && IsLoaded(receiver) && Changes(call) && !calls.Any(c => Removes(c, call)))
                yield return new(entity, call);
    }

    /// <summary>Whether a call removes the changed entity, wherever the change is made: nothing of the change is saved.</summary>
    private static bool Removes(Call call, Call change) =>
        call.Order > change.Order && call.Arguments.Count > 0 && call.Method.Name is "Remove" or "RemoveAsync" or "Delete" or "DeleteAsync"
        && !call.Method.DeclaringType.Namespace.StartsWith("System", StringComparison.Ordinal)
        && call.Arguments.Any(a => IsSame(a, change.Receiver!))
        && call.Conditions.All(c => change.Conditions.Any(h => h.IsTrue == c.IsTrue && ReferenceEquals(h.Value, c.Value)));

    private static bool IsSame(Value a, Value b) => ValueWalk.Origins(a) is [var one] && ValueWalk.Origins(b) is [var other] && ReferenceEquals(one, other);

    /// <summary>Whether a query brought it, here or in what is called; what a factory or a mapper makes is new.</summary>
    private bool IsLoaded(Value value, int depth = 0) =>
        depth < DepthLimit && ValueWalk.Origins(ValueWalk.Awaited(value)).Select(ValueWalk.Awaited).SelectMany(ValueWalk.Origins).Any(o => o is CallValue { Call: var call } && IsLoad(call, depth));

    private bool IsLoad(Call call, int depth) =>
        QueryMethods.IsTerminal(call.Method) || call.Method.Name == "get_Current"
        || (call.Method.Name is "Find" or "FindAsync" && QuerySources.IsTable(call.Receiver?.Type))
        || call.Method.DeclaringType.Namespace.StartsWith("Ardalis.Specification", StringComparison.Ordinal)
        || _dispatch.Targets(call).SelectMany(t => _code.BodyOf(t).Returns).Any(r => IsLoaded(r, depth + 1));

    private bool Changes(Call call) =>
        call.Method.Name.StartsWith("set_", StringComparison.Ordinal)
        || (!call.Method.Name.StartsWith("get_", StringComparison.Ordinal) && _dispatch.Targets(call).Any(t => _entities.Of(t.Method.DeclaringType.Reference) is not null && ChangesItself(t)));

    private bool ChangesItself(SourceFunction function)
    {
        var body = _code.BodyOf(function);
        return body.FieldWrites.Any(w => w.Receiver is ArgumentValue { IsThis: true })
            || body.Calls.Any(c => c.Method.Name.StartsWith("set_", StringComparison.Ordinal) && c.Receiver is ArgumentValue { IsThis: true });
    }
}
