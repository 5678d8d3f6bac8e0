using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Effects;

/// <summary>Tells a statement that writes, though it is handed to a method that reads: <c>ExecuteScalar("UPDATE …")</c>, <c>QuerySingle("INSERT … RETURNING id")</c>.</summary>
internal static class WrittenSql
{
    private static readonly string[] Verbs = ["UPDATE", "INSERT", "DELETE", "MERGE"];

    public static bool Is(Call call)
    {
        if (call.Method.DeclaringType.FullName != "Dapper.SqlMapper")
            return false;
        foreach (var argument in call.Arguments)
            if (ValueWalk.Constant(argument) is string text)
                return Verbs.Any(v => text.AsSpan().TrimStart().StartsWith(v, StringComparison.OrdinalIgnoreCase));
        return false;
    }
}
