using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Sql;

/// <summary>What a function does with the rows of a statement it ran: takes the first, walks over them, or keeps them.</summary>
internal sealed class RowUse(CodeModel code, Dispatch dispatch)
{
    /// <summary>A reader is passed on by no more functions than this.</summary>
    private const int DepthLimit = 4;

    /// <summary>What becomes of the rows that a call returns.</summary>
    public SqlRows Of(Call run)
    {
        var body = code.BodyOf(run.Function);
        if (run.Method.Name.StartsWith("ExecuteReader", StringComparison.Ordinal))
            return OfReader(value => IsResult(value, run), body, 0);
        return body.Calls.Any(c => c.Subject is { } subject && c.Method.DeclaringType.FullName == "System.Linq.Enumerable" && IsFirst(c.Method.Name) && IsResult(subject, run)) ? SqlRows.One
            : run.Method.Parameters.Zip(run.Arguments).Any(a => a.First.FullName == "System.Boolean" && ValueWalk.Constant(a.Second) is 0 or false) ? SqlRows.Streamed
            : SqlRows.Many;
    }

    private SqlRows OfReader(Func<Value, bool> isReader, FunctionBody body, int depth)
    {
        var rows = SqlRows.None;
        foreach (var call in body.Calls)
            if (call.Method.Name is "Read" or "ReadAsync" && call.Receiver is { } receiver && isReader(receiver))
                rows = Wider(rows, call.Loop is null ? SqlRows.One : Accumulates(call, body) ? SqlRows.Many : SqlRows.Streamed);
            else
                for (var i = 0; i < call.Arguments.Count; i++)
                    if (isReader(call.Arguments[i]))
                        rows = Wider(rows, Handed(call, i, depth));
        return rows == SqlRows.None ? SqlRows.Streamed : rows;
    }

    private SqlRows Handed(Call call, int argument, int depth)
    {
        if (call.Method.Name == "Load" && call.Method.DeclaringType.FullName == SqlSymbols.DataTable || call.Method.Name == "Parse" && call.Method.DeclaringType.FullName == SqlSymbols.Dapper)
            return SqlRows.Many;
        var rows = SqlRows.None;
        if (depth < DepthLimit && !call.IsConstruction)
            foreach (var target in dispatch.Targets(call))
                rows = Wider(rows, OfReader(value => IsArgument(value, target, argument), code.BodyOf(target), depth + 1));
        return rows;
    }

    private static bool Accumulates(Call read, FunctionBody body) => body.Calls.Any(c =>
        c.Loop is { } inner && inner.IsIn(read.Loop!)
        && c.Method.Name is "Add" or "Enqueue" or "Push" or "Insert" or "TryAdd" or "AddLast" or "set_Item" && c.Loop is not null
        && c.Method.DeclaringType.Namespace.StartsWith("System.Collections", StringComparison.Ordinal));

    private static bool IsArgument(Value value, SourceFunction function, int position) =>
        ValueWalk.Origins(value).Any(o => o is ArgumentValue argument && argument.Function == function && argument.Position == position);

    /// <summary>The call's result, awaited or not.</summary>
    private static bool IsResult(Value value, Call run) =>
        ValueWalk.Origins(value).Any(o => ReferenceEquals(o, run.Result) || o is AwaitValue { Task: var task } && ValueWalk.Origins(task).Any(t => ReferenceEquals(t, run.Result)));

    private static bool IsFirst(string method) => method is "First" or "FirstOrDefault" or "Single" or "SingleOrDefault";

    private static SqlRows Wider(SqlRows a, SqlRows b) => (SqlRows)Math.Max((int)a, (int)b);
}
