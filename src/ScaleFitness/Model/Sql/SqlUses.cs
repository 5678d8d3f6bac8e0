using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Sql;

/// <summary>Every place where the app hands SQL to a database. A function that runs what it is handed is told by its callers: the place is then where they hand it over.</summary>
public sealed class SqlUses
{
    /// <summary>SQL is passed on by no more functions than this.</summary>
    private const int DepthLimit = 6;

    /// <summary>More ways to compose one text than this are more than a person would follow.</summary>
    private const int AlternativeLimit = 32;

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
                        yield return Use(call, call, [.. sql.SelectMany(_texts.Of)], rows == SqlRows.Many && !call.Method.Name.StartsWith("QueryMultiple", StringComparison.Ordinal) && call.Method.Name != "Fill" ? _rowUse.Of(call) : rows);
                }
        }
    }

    private static SqlUse Use(Call site, Call run, IReadOnlyList<TextForm> forms, SqlRows rows)
    {
        var mark = run.Method.Parameters.Any(p => p.FullName == "System.FormattableString") ? "{0}" : SqlTokenizer.Hole.ToString();
        return new(site, run, [.. forms.Select(f => SqlScript.Read(f.Render(mark)))], rows) { Forms = forms };
    }

    /// <summary>The use itself; where pieces of its text are the function's parameters and nothing can be said without them, those of the callers too.</summary>
    private IEnumerable<SqlUse> AtCallers(SqlUse use, int depth)
    {
        yield return use;
        var function = use.Site.Function;
        if (depth >= DepthLimit || !use.IsOpen || !use.Forms.Any(f => f.Holes.Any(h => IsParameter(h, function))))
            yield break;
        foreach (var call in _sites.Of(function))
            foreach (var outer in AtCallers(Use(call, use.Run, [.. use.Forms.SelectMany(f => Handed(f, function, call)).Take(AlternativeLimit)], use.Rows), depth + 1))
                yield return outer;
    }

    private IReadOnlyList<TextForm> Handed(TextForm form, SourceFunction function, Call call)
    {
        IReadOnlyList<TextForm> forms = [new([])];
        foreach (var part in form.Parts)
        {
            var pieces = part.Value is { } value && IsParameter(value, function) && value is ArgumentValue { Position: var position } && position < call.Arguments.Count ? _texts.Of(call.Arguments[position]) : [new TextForm([part])];
            forms = [.. forms.SelectMany(before => pieces.Select(p => new TextForm([.. before.Parts, .. p.Parts]))).Take(AlternativeLimit)];
        }

        return forms;
    }

    private static bool IsParameter(Value value, SourceFunction function) => value is ArgumentValue { IsThis: false } argument && argument.Function == function;
}
