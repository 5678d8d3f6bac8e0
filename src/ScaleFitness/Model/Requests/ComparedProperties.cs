using System.Collections.Concurrent;
using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Requests;

/// <summary>
/// Properties that some code of the app compares with a limit: a handler, a filter, <c>IValidatableObject</c>, a check
/// of the author's own. Who compares a page size with a number refuses or replaces the greater one; where in the chain
/// of calls that happens is not asked.
/// </summary>
internal sealed class ComparedProperties(CodeModel code, CallIndex index)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<MethodRef>> _compared = new(StringComparer.Ordinal);

    /// <summary>Whether the app compares the property, read from objects of that type or one it derives from.</summary>
    public bool Contains(PropertyDefinition property, TypeDefinition declaring) =>
        property.Getter is { } getter && _compared.GetOrAdd(getter.Name, Find)
            .Any(m => m.DeclaringType.FullName == declaring.Reference.FullName || code.Program.Derives(m.DeclaringType, declaring.Reference.FullName) || code.Program.Derives(declaring.Reference, m.DeclaringType.FullName));

    /// <summary>Whether a side of a comparison is a limit for the other: a number beyond one, or what is no constant.</summary>
    public static bool IsLimit(Value side) =>
        ValueWalk.Origins(side).All(o => o is not ConstantValue { Constant: var constant } || (constant is int and > 1 or long and > 1 && DeclaredLimits.IsLimit(constant)));

    private IReadOnlyList<MethodRef> Find(string getter) =>
    [
        .. index.Mentioning(getter).SelectMany(f => code.BodyOf(f).Comparisons)
            .SelectMany(c => Getters(c.Left, c.Right, getter).Concat(Getters(c.Right, c.Left, getter)))
            .DistinctBy(m => m.DeclaringType.FullName),
    ];

    private static IEnumerable<MethodRef> Getters(Value side, Value other, string getter) =>
        IsLimit(other) ? ValueWalk.Origins(side).Select(Unwrapped).OfType<CallValue>().Where(c => c.Call.Method.Name == getter).Select(c => c.Call.Method) : [];

    /// <summary>The nullable whose value is compared.</summary>
    private static Value Unwrapped(Value value) =>
        value is CallValue { Call: { Method: { DeclaringType.FullName: RequestSymbols.Nullable }, Receiver: { } nullable } } && ValueWalk.Origins(nullable) is [var only] ? only : value;
}
