using System.Collections.Concurrent;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Code.Calls;

/// <summary>Who calls a function, and who is given it as a delegate: the call graph read backwards, function by function, when asked for.</summary>
public sealed class CallSites
{
    private readonly CodeModel _code;
    private readonly CallIndex _index;
    private readonly Dispatch _dispatch;
    private readonly ConcurrentDictionary<SourceFunction, IReadOnlyList<Call>> _calls = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<SourceFunction, IReadOnlyList<Call>> _receivers = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<FieldDefinition, IReadOnlyList<FieldWrite>> _writes = new(ReferenceEqualityComparer.Instance);

    internal CallSites(CodeModel code, CallIndex index, Dispatch dispatch)
    {
        _code = code;
        _index = index;
        _dispatch = dispatch;
    }

    /// <summary>Calls that may run the function by its name, a base's or an interface's, in a stable order.</summary>
    public IReadOnlyList<Call> Of(SourceFunction function) => _calls.GetOrAdd(function, FindCalls);

    /// <summary>Calls that are given the function as a delegate.</summary>
    public IReadOnlyList<Call> Given(SourceFunction function) => _receivers.GetOrAdd(function, FindReceivers);

    /// <summary>Everything that the app stores in a field.</summary>
    public IReadOnlyList<FieldWrite> WritesTo(FieldDefinition field) => _writes.GetOrAdd(field, FindWrites);

    private IReadOnlyList<Call> FindCalls(SourceFunction function) =>
    [
        .. _index.Mentioning(IndexName(function.Method))
            .SelectMany(f => _code.BodyOf(f).Calls)
            .Where(c => c.Method.IsConstructor == function.Method.IsConstructor && _dispatch.Targets(c).Contains(function)),
    ];

    private IReadOnlyList<Call> FindReceivers(SourceFunction function) =>
    [
        .. _index.Mentioning(function.Method.Name)
            .SelectMany(f => _code.BodyOf(f).Calls)
            .Where(c => c.Arguments.Any(a => Dispatch.FunctionsOf(a).Contains(function))),
    ];

    private IReadOnlyList<FieldWrite> FindWrites(FieldDefinition field) =>
    [
        .. _index.Mentioning(field.Name)
            .SelectMany(f => _code.BodyOf(f).FieldWrites)
            .Where(w => w.Definition == field),
    ];

    /// <summary>Explicit implementations are called by the interface's name; constructors are indexed by their type's.</summary>
    private static string IndexName(MethodDefinition method) =>
        method.IsConstructor ? method.DeclaringType.Reference.Name
        : method.ExplicitlyImplements is [var implemented, ..] ? implemented.Name
        : method.Name;
}
