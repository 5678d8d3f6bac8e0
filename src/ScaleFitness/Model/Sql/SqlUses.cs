using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Sql;

/// <summary>Every place where the app hands SQL to a database. A function that runs what it is handed is told by its callers: the place is then where they hand it over.</summary>
public sealed class SqlUses
{
    /// <summary>SQL is passed on by no more functions than this.</summary>
    private const int DepthLimit = 6;

    private readonly CodeModel _code;
    private readonly CallIndex _index;
    private readonly CallSites _sites;
    private readonly Texts _texts;
    private readonly Commands _commands;
    private readonly RowUse _rowUse;

    internal SqlUses(CodeModel code, CallIndex index, CallSites sites, Dispatch dispatch, Texts texts)
    {
        _code = code;
        _index = index;
        _sites = sites;
        _texts = texts;
        _commands = new(code.Program);
        _rowUse = new(code, dispatch);
        All = [.. Direct().SelectMany(u => AtCallers(u, 0))];
    }

    /// <summary>All places, in the order of the code that runs the SQL.</summary>
    public IReadOnlyList<SqlUse> All { get; }

    private IEnumerable<SqlUse> Direct()
    {
        foreach (var function in _index.Mentioning(SqlMethods.Names.Contains))
        {
            var body = _code.BodyOf(function);
            foreach (var call in body.Calls)
                if (_commands.RowsOf(call) is { } rows)
                {
                    var sql = _commands.SqlOf(call, body);
                    if (sql.Count > 0)
                        yield return Use(call, call, sql, rows == SqlRows.Many && !call.Method.Name.StartsWith("QueryMultiple", StringComparison.Ordinal) && call.Method.Name != "Fill" ? _rowUse.Of(call) : rows);
                }
        }
    }

    private SqlUse Use(Call site, Call run, IReadOnlyList<Value> sql, SqlRows rows)
    {
        var isParametrised = run.Method.Parameters.Any(p => p.FullName == "System.FormattableString");
        var texts = sql.SelectMany(_texts.Of).Select(t => SqlScript.Read(t.Render(isParametrised ? "{0}" : SqlTokenizer.Hole.ToString()))).ToList();
        var handed = sql.SelectMany(ValueWalk.Origins).OfType<ArgumentValue>().FirstOrDefault(a => !a.IsThis && a.Function == site.Function);
        return new(site, run, texts, rows) { Handed = handed };
    }

    /// <summary>The use itself, where its text is in sight; and those of the callers who hand the text over.</summary>
    private IEnumerable<SqlUse> AtCallers(SqlUse use, int depth)
    {
        yield return use;
        if (use.Handed is not { } argument || depth >= DepthLimit)
            yield break;
        foreach (var call in _sites.Of(argument.Function))
            if (argument.Position < call.Arguments.Count)
                foreach (var outer in AtCallers(Use(call, use.Run, [call.Arguments[argument.Position]], use.Rows), depth + 1))
                    yield return outer;
    }
}
