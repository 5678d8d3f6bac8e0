using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.State;

/// <summary>Finds what a function changes in fields and captured variables: collections, caches, arrays, and the stores themselves.</summary>
public sealed class StoreReader
{
    /// <summary>Stores inside stores (a dictionary of lists), and properties that return them, are followed this deep.</summary>
    private const int Depth = 6;

    private readonly CodeModel _code;
    private readonly Dispatch _dispatch;
    private readonly FunctionTable<StoreChange[]> _known;

    internal StoreReader(CodeModel code, Dispatch dispatch)
    {
        _code = code;
        _dispatch = dispatch;
        _known = new(code.Folded.FunctionCount, f => Find(f).ToArray());
    }

    /// <summary>The changes that a function makes itself, in source order.</summary>
    public IReadOnlyList<StoreChange> In(SourceFunction function) => _known[function];

    private IEnumerable<StoreChange> Find(SourceFunction function)
    {
        var body = _code.BodyOf(function);
        foreach (var call in body.Calls)
            if (StoreMethods.ChangeOf(call) is { } kind && call.Subject is { } subject)
                foreach (var store in StoresBehind(subject))
                    yield return new(store, function, call.Position, StoreMethods.KeyOf(call), kind);
        foreach (var call in body.Calls)
            if (AutoProperties.Set(call, _code.Program) is { } field)
                yield return new(new(field, false), function, call.Position, null, AutoProperties.IsUnset(call, field) ? ChangeKind.Initialise : ChangeKind.Replace);
        foreach (var write in body.ElementWrites)
            foreach (var store in StoresBehind(write.Target))
                yield return new(store, function, write.Position, null, IsOfField(write) ? ChangeKind.Replace : ChangeKind.Element);
        foreach (var write in body.FieldWrites)
            if (write.Definition is { } stored)
                yield return new(new(stored, false), function, write.Position, null, write.WhenNull ? ChangeKind.Initialise : ChangeKind.Replace);
        foreach (var write in body.CapturedWrites)
            yield return new(new(write.Variable, true), function, write.Position, null, ChangeKind.Replace);
    }

    /// <summary>A store to the field itself through its address, as resetting a nullable number is compiled.</summary>
    private static bool IsOfField(ElementWrite write) => write.Target is FieldValue { Definition: { } field } && !StoreShape.IsStore(field.Type);

    /// <summary>The fields and captured variables that an object was taken from.</summary>
    public IReadOnlyList<Store> StoresBehind(Value value)
    {
        var result = new List<Store>();
        Collect(value, result, new(ReferenceEqualityComparer.Instance), 0);
        return result;
    }

    private void Collect(Value value, List<Store> result, HashSet<Value> seen, int depth)
    {
        if (depth > Depth || !seen.Add(value))
            return;
        switch (value)
        {
            case CapturedValue captured:
                Add(new(captured.Variable, true));
                foreach (var alternative in captured.Alternatives)
                    Collect(alternative, result, seen, depth + 1);
                break;
            case PhiValue phi:
                foreach (var alternative in phi.Alternatives)
                    Collect(alternative, result, seen, depth);
                break;
            case FieldValue { Definition: { } field }:
                Add(new(field, false));
                break;
            case ComputedValue { Operation: "element", Operands: [var array, ..] }:
                Collect(array, result, seen, depth + 1);
                break;
            case OutValue { Call: { Method.Name: "TryGetValue" or "TryPeek" } lookup } when lookup.Subject is { } source && StoreMethods.IsCollection(lookup.Method.DeclaringType):
                Collect(source, result, seen, depth + 1);
                break;
            case CallValue call:
                CollectCall(call.Call, result, seen, depth);
                break;
        }

        void Add(Store store)
        {
            if (!result.Contains(store))
                result.Add(store);
        }
    }

    private void CollectCall(Call call, List<Store> result, HashSet<Value> seen, int depth)
    {
        var isLookup = call.Method.Name is "get_Item" or "GetOrAdd" or "get_Value" or "GetValueOrDefault"
            && (StoreMethods.IsCollection(call.Method.DeclaringType) || call.Method.DeclaringType.FullName is "System.Lazy`1");
        if (isLookup && call.Subject is { } source)
        {
            Collect(source, result, seen, depth + 1);
            return;
        }

        // A property that returns a field stands for the field.
        if (call.Arguments.Count == 0 && _dispatch.Targets(call) is [var getter])
            foreach (var returned in _code.BodyOf(getter).Returns)
                Collect(returned, result, seen, depth + 1);
    }
}
