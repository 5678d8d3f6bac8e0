using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Data;

/// <summary>Everything that a query asks of its table's rows.</summary>
/// <param name="Cases">Cases joined by "or", each with the conditions that hold together.</param>
/// <param name="Orderings">Columns it is ordered by before anything bounds it.</param>
public sealed record QueryConditions(IReadOnlyList<IReadOnlyList<ColumnCondition>> Cases, IReadOnlyList<string> Orderings)
{
    /// <summary>The conditions of a query, or null where one of them cannot be seen.</summary>
    public static QueryConditions? Of(Query query)
    {
        IReadOnlyList<IReadOnlyList<ColumnCondition>> cases = [[]];
        var orderings = new List<string>();
        foreach (var step in query.Operators)
        {
            if (!QueryMethods.IsTranslated(step.Call.Method) || step.Name is "Select" or "SelectMany" or "GroupBy" or "Join" or "GroupJoin" or "OfType" or "Take" or "Skip")
                break;
            if (!QueryMethods.KeepingRows.Contains(step.Name) && !QueryMethods.Orderings.Contains(step.Name) && step.Name != "Where" && !QueryMethods.Bounding.Contains(step.Name) && !QueryMethods.IsTerminal(step.Call.Method))
                return null;
            if (QueryMethods.Orderings.Contains(step.Name))
                orderings.Add(ExpressionReader.Lambda(step.Arguments.ElementAtOrDefault(1)) is { Body: MemberNode { Object: ParameterNode } column } ? column.Name : "");
            else if (step.Name == "Where" || TakesCondition(step))
            {
                if (step.Arguments.Select(ExpressionReader.Lambda).OfType<LambdaNode>().FirstOrDefault() is not { } condition)
                    return null;
                cases = ConditionReader.And(cases, ConditionReader.Cases(condition));
            }
        }

        return new(cases, orderings);
    }

    private static bool TakesCondition(QueryOperator step) =>
        step.Call.Method.Parameters.Any(p => p.FullName == "System.Linq.Expressions.Expression`1" && p.SoleArgument is { Arguments: [.., { FullName: "System.Boolean" }] })
        && !QueryMethods.KeepingRows.Contains(step.Name);
}
