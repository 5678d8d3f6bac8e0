using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Rows;

/// <summary>Rows of one query that the condition of another is about: <c>Where(line =&gt; line.OrderId == order.Id)</c>.</summary>
internal static class RowQueries
{
    private const string Factory = "System.Linq.Expressions.Expression";

    /// <summary>Where expression trees use a captured row, with the column that they read; null where they use it whole.</summary>
    public static IEnumerable<(Call Use, string? Column)> In(FunctionBody body, CodeModel code, IRowKind kind, Func<Value, bool> carries)
    {
        foreach (var captured in body.Calls)
            if (captured.Method.Is(Factory, "Field") && IsRow(captured))
                foreach (var use in body.Calls)
                    if (use.Arguments.Any(a => ValueWalk.Origins(a).Contains(captured.Result)))
                        yield return (use, use.Method.Is(Factory, "Property") && ExpressionReader.Symbol<MethodRef>(use.Arguments[1]) is { } getter ? kind.ColumnOf(getter) : null);

        bool IsRow(Call field) =>
            ExpressionReader.Symbol<FieldRef>(field.Arguments[1]) is { } mentioned && code.Program.Find(mentioned) is { } variable && code.Folded.Closures.Contains(variable.DeclaringType)
            && CapturedVariables.Values(variable, body.Function, code.Folded, code.BodyOf).Any(carries);
    }
}
