using ScaleFitness.Code.Expressions;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Counters;

/// <summary>Reads counters in one document of MongoDB that the code names itself.</summary>
internal static class HotDocuments
{
    /// <summary>Whether a method of that name may count up a document.</summary>
    public static bool MayCount(string name) => name is "UpdateOne" or "UpdateOneAsync" or "FindOneAndUpdate" or "FindOneAndUpdateAsync";

    /// <summary>The field that a call counts up in a document that the code names, or null.</summary>
    public static string? CountedBy(Call call) =>
        MayCount(call.Method.Name) && (call.Method.DeclaringType.Is(CounterSymbols.Collection) ? call.Arguments : call.Method.Is(CounterSymbols.CollectionExtensions) ? [.. call.Arguments.Skip(1)] : []) is [var filter, var update, ..] && IsConstant(filter)
            ? Counted(update)
            : null;

    private static string? Counted(Value update) =>
        ValueWalk.Within(update, v => v is CallValue { Call.Receiver: { } before } ? [before] : [])
            .OfType<CallValue>()
            .Where(c => c.Call.Method.Is(CounterSymbols.Updates, "Inc") || c.Call.Method.Is(CounterSymbols.UpdateExtensions, "Inc"))
            .Select(c => c.Call.Arguments.Select(NameOf).OfType<string>().FirstOrDefault() ?? "a field")
            .FirstOrDefault();

    private static string? NameOf(Value field) =>
        ExpressionReader.Lambda(field) is { Body: MemberNode member } ? member.Name : ValueWalk.Constant(field) as string;

    /// <summary><c>Filter.Eq(t => t.Id, "all")</c>, or <c>t => t.Id == "all"</c>.</summary>
    private static bool IsConstant(Value filter) => ValueWalk.Origins(filter) switch
    {
        [CallValue { Call: { Method.Name: "op_Implicit", Arguments: [var lambda] } }] => ExpressionReader.Lambda(lambda) is { } condition && HotRows.IsConstant(condition),
        [CallValue { Call: { Method: { Name: "Eq" } equal, Arguments: [_, var value] } }] when equal.DeclaringType.Is(CounterSymbols.Filters) => ValueWalk.Constant(value) is not null and not bool,
        _ => ExpressionReader.Lambda(filter) is { } condition && HotRows.IsConstant(condition),
    };
}
