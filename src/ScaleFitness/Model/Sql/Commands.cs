using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Sql;

/// <summary>Finds the SQL that a call runs: its own argument, a command definition's, or the text of the command it is called on.</summary>
internal sealed class Commands(CompiledProgram program)
{
    /// <summary>What the call does with the rows, or null where it runs no SQL.</summary>
    public SqlRows? RowsOf(Call call)
    {
        if (SqlMethods.Of(call.Method) is { } known)
            return known;
        return call.Method.HasThis && !call.Method.IsConstructor && SqlMethods.Names.Contains(call.Method.Name) && BaseOf(call.Method.DeclaringType) is { } type
            && SqlMethods.Rows.TryGetValue((type, call.Method.Name), out var rows) ? rows : null;
    }

    /// <summary>The SQL: one value, or several where the text is set in branches; none where it is not in sight.</summary>
    public IReadOnlyList<Value> SqlOf(Call call, FunctionBody body)
    {
        if (call.Method.HasThis)
            return call.Receiver is { } command ? TextOf(command, call, body) : [];
        for (var i = 0; i < call.Arguments.Count; i++)
            switch (call.Method.Parameters[i].FullName)
            {
                case "System.String" or "System.FormattableString":
                    return [call.Arguments[i]];
                case SqlSymbols.DapperCommand:
                    return [.. ValueWalk.Origins(call.Arguments[i]).OfType<NewValue>().Where(m => m.Call.Arguments.Count > 0).Select(m => m.Call.Arguments[0])];
            }

        return [];
    }

    private IReadOnlyList<Value> TextOf(Value command, Call run, FunctionBody body)
    {
        var texts = new List<Value>();
        foreach (var origin in ValueWalk.Origins(ValueWalk.Awaited(command)))
        {
            var set = body.Calls.Where(c => c.Order < run.Order && c.Method.Name == "set_CommandText" && c.Receiver is { } receiver && ValueWalk.Origins(receiver).Contains(origin)).OrderBy(c => c.Order).ToList();
            // What is set last on a straight way counts; in branches each may.
            if (set.Count > 0)
                texts.AddRange(set.Select(c => c.Arguments[0]));
            else if (origin is NewValue or CallValue && (origin as NewValue)?.Call is var made && (made ?? ((CallValue)origin).Call) is { Method.Parameters: [{ } first, ..] } source)
                texts.AddRange(first.FullName == "System.String" ? [source.Arguments[0]] : made is not null && BaseOf(first) is not null ? TextOf(source.Arguments[0], run, body) : []);
        }

        return texts;
    }

    private string? BaseOf(TypeRef type) =>
        type.FullName == SqlSymbols.DbCommandInterface || program.Derives(type, SqlSymbols.DbCommand) ? SqlSymbols.DbCommand
        : program.Derives(type, SqlSymbols.DataAdapter) ? SqlSymbols.DataAdapter
        : null;
}
