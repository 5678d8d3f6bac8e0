using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Lifetimes;

/// <summary>What becomes of an object in the function that makes it.</summary>
/// <param name="InStatic">A static field keeps it.</param>
/// <param name="Owner">The type whose field keeps it, or null.</param>
/// <param name="IsReturned">The function returns it.</param>
internal sealed record Kept(bool InStatic, TypeDefinition? Owner, bool IsReturned);

/// <summary>Follows a new object forward inside its function: into other objects, fields, collections, and out as the result.</summary>
internal sealed class Keeping(CodeModel code)
{
    public Kept Of(Call making)
    {
        var body = code.BodyOf(making.Function);
        var holders = Holders(making, body);
        var isReturned = body.Returns.SelectMany(ValueWalk.Origins).Any(holders.Contains);
        foreach (var write in body.FieldWrites)
            if (ValueWalk.Origins(write.Value).Any(holders.Contains))
                return Store(write.Receiver is null, write.Definition, isReturned);
        foreach (var call in body.Calls)
            if (StoreOf(call, holders) is { } store && Field(store) is { } field)
                return Store(field.Receiver is null, field.Definition, isReturned);
        return new(false, null, isReturned);
    }

    /// <summary>The type whose instance field a value is read from; null for static fields and all else.</summary>
    public TypeDefinition? OwnerOf(Value value) => Field(value) is { Receiver: not null } field ? field.Definition?.DeclaringType : null;

    /// <summary>The object, what wraps it, and what it is put into by an initialiser.</summary>
    private static HashSet<Value> Holders(Call making, FunctionBody body)
    {
        var holders = new HashSet<Value>(ReferenceEqualityComparer.Instance) { making.Result };
        foreach (var call in body.Calls.Where(c => c.Order > making.Order))
        {
            var isHanded = call.Arguments.SelectMany(ValueWalk.Origins).Any(holders.Contains);
            if (isHanded && call.IsConstruction)
                holders.Add(call.Result);
            else if (isHanded && call.Receiver is { } receiver && IsPut(call.Method.Name))
                holders.UnionWith(ValueWalk.Origins(receiver).Where(o => o is NewValue));
        }

        return holders;
    }

    private static Value? StoreOf(Call call, HashSet<Value> holders) =>
        call.Receiver is { } receiver && IsPut(call.Method.Name) && call.Arguments.SelectMany(ValueWalk.Origins).Any(holders.Contains) ? receiver : null;

    private static bool IsPut(string method) =>
        method is "Add" or "TryAdd" or "GetOrAdd" or "AddOrUpdate" or "Enqueue" or "Push" or "Insert" or "Set" || method.StartsWith("set_", StringComparison.Ordinal);

    private static FieldValue? Field(Value value) => ValueWalk.Origins(value).OfType<FieldValue>().FirstOrDefault();

    private static Kept Store(bool isStatic, FieldDefinition? field, bool isReturned) =>
        new(isStatic, isStatic ? null : field?.DeclaringType, isReturned);
}
