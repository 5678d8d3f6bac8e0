using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>Leaves out ways to compose a query that no run takes: two branches on one condition go together.</summary>
internal static class QueryWays
{
    /// <summary>The ways of a function that can be taken.</summary>
    public static IReadOnlyList<Query> Possible(IReadOnlyList<Query> ways, SourceFunction function) =>
        ways.Count < 2 ? ways : [.. ways.Where(w => !ways.Any(longer => Skips(w, longer, function)))];

    /// <summary>Whether a way passes by a step that another takes, though it comes from a branch in which the step's condition holds.</summary>
    private static bool Skips(Query way, Query longer, SourceFunction function)
    {
        if (longer.Operators.Count <= way.Operators.Count || !way.Root.Equals(longer.Root) || !way.Operators.Select(o => o.Call).SequenceEqual(longer.Operators.Take(way.Operators.Count).Select(o => o.Call)))
            return false;
        var step = longer.Operators[way.Operators.Count].Call;
        if (step.Function != function || step.Conditions is not { Count: > 0 } conditions)
            return false;
        var held = way.Operators.Select(o => o.Call).Concat(way.Through).Where(c => c.Function == function).SelectMany(c => c.Conditions).ToList();
        return conditions.All(c => held.Any(h => h.IsTrue == c.IsTrue && ReferenceEquals(h.Value, c.Value)));
    }
}
