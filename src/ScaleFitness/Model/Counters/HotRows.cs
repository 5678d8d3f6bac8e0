using System.Text.RegularExpressions;
using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Sql;

namespace ScaleFitness.Model.Counters;

/// <summary>A statement that counts up a row which the code picks by a constant.</summary>
/// <param name="Call">The call that writes.</param>
/// <param name="Name">What is counted up, for people.</param>
public sealed record HotRow(Call Call, string Name);

/// <summary>Finds counters in one row, or one document, that the code names itself: every request waits for that row's lock.</summary>
public sealed class HotRows(CodeModel code, QueryReader queries, SqlUses sql)
{
    private readonly ILookup<SourceFunction, SqlUse> _sql = sql.All.ToLookup(u => u.Site.Function);

    /// <summary>What only the running program knows: no row of the code's own.</summary>
    private const string Hole = "@";

    private static readonly Regex Counting = new(
        @"\bUPDATE\s+\S+\s+SET\s+(?<column>[\w""\[\].]+)\s*=\s*\k<column>\s*[+-]\s*\S+\s*(WHERE\s+[\w""\[\].]+\s*=\s*('[^']*'|\d+)\s*;?\s*)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    /// <summary>Whether a function that mentions the name may count something up.</summary>
    public static bool MayCount(string name) => name is "SaveChanges" or "SaveChangesAsync" || name.StartsWith("Execute", StringComparison.Ordinal) || HotDocuments.MayCount(name);

    /// <summary>The counters that a function counts up.</summary>
    public IEnumerable<HotRow> In(SourceFunction function)
    {
        var body = code.BodyOf(function);
        foreach (var call in body.Calls)
        {
            if (call.Method.Name is "ExecuteUpdate" or "ExecuteUpdateAsync" && call.Subject is { } source)
            {
                if (CountedBy(call) is { } column && IsConstantRow(source))
                    yield return new(call, column);
            }
            else if (HotDocuments.CountedBy(call) is { } field)
                yield return new(call, field);
        }

        foreach (var use in _sql[function])
            if (use.Forms.Select(f => Counting.Match(f.Render(Hole))).FirstOrDefault(m => m.Success) is { } counting)
                yield return new(use.Site, counting.Groups["column"].Value);

        if (body.Calls.FirstOrDefault(c => c.Method.Name is "SaveChanges" or "SaveChangesAsync") is null)
            yield break;
        foreach (var call in body.Calls)
            if (call.Method.Name.StartsWith("set_", StringComparison.Ordinal) && call.Receiver is { } row && call.Arguments is [var value] && IsCounted(call, row, value)
                && ValueWalk.Origins(row).Any(o => ValueWalk.Awaited(o) is CallValue { Call: { Subject: { } query } found } && (IsConstantRow(query) || IsConstantLookup(found))))
                yield return new(call, call.Method.Name[4..]);
    }

    /// <summary><c>SetProperty(x => x.Count, x => x.Count + 1)</c>, in the expression of EF Core 7 to 9 or the lambda of later ones.</summary>
    private string? CountedBy(Call update)
    {
        foreach (var argument in update.Arguments)
        {
            if (ExpressionReader.Lambda(argument) is { } setters)
                return SettersOf(setters.Body).Select(Counted).FirstOrDefault(c => c is not null);
            foreach (var call in Dispatch.FunctionsOf(argument).SelectMany(f => code.BodyOf(f).Calls).Where(c => c.Method.Name == "SetProperty"))
                if (Counted(ExpressionReader.Lambda(call.Arguments[^1])) is { } column)
                    return column;
        }

        return null;
    }

    private static IEnumerable<LambdaNode?> SettersOf(ExpressionNode node) =>
        node is CallNode { Method.Name: "SetProperty" } call ? call.Arguments.OfType<LambdaNode>().TakeLast(1).Concat(call.Object is { } before ? SettersOf(before) : []) : [];

    private static string? Counted(LambdaNode? value) =>
        value?.Body is BinaryNode { Operator: "Add" or "Subtract" or "AddChecked", Left: MemberNode { Object: ParameterNode } column } ? column.Name : null;

    private static bool IsCounted(Call setter, Value row, Value value) =>
        ValueWalk.Origins(value).Any(o => o is ComputedValue { Operation: "Add" or "Subtract" or "AddOverflow", Operands: [var before, ..] }
            && ValueWalk.Origins(before).Any(b => b is CallValue { Call: { Receiver: { } read } getter } && getter.Method.Name == "get_" + setter.Method.Name[4..] && ValueWalk.Origins(read).Intersect(ValueWalk.Origins(row)).Any()));

    /// <summary><c>db.Counters.FindAsync("visits")</c>, <c>SingleAsync(c => c.Id == 1)</c>.</summary>
    private static bool IsConstantLookup(Call call) =>
        call.Method.Name is "Find" or "FindAsync"
            ? call.Arguments is [var keys, ..] && ValueWalk.Origins(keys) is [ArrayValue { Elements: { Count: > 0 } elements }] && elements.All(e => ValueWalk.Constant(e) is not null)
            : call.Arguments.Select(ExpressionReader.Lambda).OfType<LambdaNode>().Any(IsConstant);

    private bool IsConstantRow(Value source) =>
        queries.Read(source) is { Count: > 0 } read && read.All(q => q.Root is EntityRoot && q.Operators.Any(o => o.Name == "Where" && ExpressionReader.Lambda(o.Arguments[^1]) is { } condition && IsConstant(condition))
            && q.Operators.Where(o => o.Name == "Where").All(o => ExpressionReader.Lambda(o.Arguments[^1]) is { } condition && IsConstant(condition)));

    /// <summary>Whether the condition names one row by a constant.</summary>
    internal static bool IsConstant(LambdaNode condition) =>
        condition.Body is BinaryNode { Operator: "Equal" } equal && (IsPinned(equal.Left, equal.Right) || IsPinned(equal.Right, equal.Left));

    private static bool IsPinned(ExpressionNode column, ExpressionNode value) =>
        column is MemberNode { Object: ParameterNode } && value is ValueNode { Value: var constant } && ValueWalk.Constant(constant) is not null and not bool;
}
