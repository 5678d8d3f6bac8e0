using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>
/// Queries as Ardalis.Specification has them: a library's repository runs what the constructor of a specification
/// composed. The operators stand in the specification, the place that runs them knows the entity.
/// </summary>
internal sealed class Specifications(CodeModel code, Dispatch dispatch, EntityModel entities)
{
    private const string Library = "Ardalis.Specification";

    /// <summary>Whether it adds an operator to a specification.</summary>
    public static bool IsOperator(MethodRef method) =>
        method.DeclaringType.Namespace == Library && method.Parameters is [{ } first, ..] && first.Name.Contains("SpecificationBuilder", StringComparison.Ordinal);

    /// <summary>Whether it runs a specification, or no specification at all, and keeps every row.</summary>
    public static bool IsRun(MethodRef method) =>
        method.Name == "ListAsync" && method.DeclaringType.Namespace.StartsWith(Library, StringComparison.Ordinal);

    /// <summary>The queries that a call runs; none where the app runs them with code of its own.</summary>
    public IEnumerable<Query> RunBy(Call call)
    {
        if (!IsRun(call.Method) || dispatch.Targets(call).Count > 0 || call.Method.DeclaringType.Arguments is not [var entity, ..])
            return [];
        var root = new EntityRoot(entity, entities.OfTable(entity));
        if (call.Arguments is not [{ Type: { } type } given, ..] || type.FullName == "System.Threading.CancellationToken")
            return [new(root, [])];
        return ValueWalk.Origins(given).Select(s => s is NewValue made && code.FunctionOf(made.Call.Method) is { } constructor
            ? new Query(root, [.. Operators(constructor, made.Call, [])])
            : new Query(new OtherRoot("a specification made elsewhere"), []));
    }

    /// <summary>Operators of a constructor, of those it calls, and of methods that it calls on itself; conditions around them are taken to hold.</summary>
    private IEnumerable<QueryOperator> Operators(SourceFunction function, Call caller, HashSet<SourceFunction> seen)
    {
        if (!seen.Add(function))
            yield break;
        foreach (var call in code.BodyOf(function).Calls)
            if (IsOperator(call.Method))
                yield return new(call, [.. Operands(call).Select(a => Substitution.Argument(a, function, caller))]);
            else if (call.Receiver is { } receiver && ValueWalk.Origins(receiver) is [ArgumentValue { IsThis: true }])
                foreach (var inner in dispatch.Targets(call).SelectMany(t => Operators(t, call, seen)))
                    yield return inner;
    }

    /// <summary>Newer operators take whether they apply as a last argument.</summary>
    private static IEnumerable<Value> Operands(Call call) =>
        call.Method.Parameters[^1].FullName == "System.Boolean" ? call.Arguments.SkipLast(1) : call.Arguments;
}
