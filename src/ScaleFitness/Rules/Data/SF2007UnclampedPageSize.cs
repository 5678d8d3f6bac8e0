using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;
using ScaleFitness.Model;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Requests;

namespace ScaleFitness.Rules.Data;

/// <summary>SF2007: how many rows a query takes is the client's choice, without a limit.</summary>
public sealed class SF2007UnclampedPageSize : Rule
{
    /// <inheritdoc />
    public override RuleInfo Info { get; } = new(
        "SF2007",
        "page size from the client, not clamped",
        Severity.High,
        "The client chooses how many rows a query takes, and nothing limits it.",
        "One request with a page size of a million loads the whole table: a bound that the client sets is none, and a single caller can fill the memory of an instance.",
        new(
            "Clamp the page size, whatever the client asks for, or refuse what is too much.",
            "var orders = await db.Orders.OrderBy(o => o.Id).Take(size).ToListAsync();",
            "var orders = await db.Orders.OrderBy(o => o.Id).Take(Math.Clamp(size, 1, 100)).ToListAsync();"));

    /// <inheritdoc />
    public override RuleOutcome Examine(AppModel app)
    {
        if (!app.HasTables)
            return NotApplicable("the app has no tables to page");
        var takes = RequestQueries.Of(app)
            .SelectMany(r => r.Query.Operators.Select(o => (Operator: o, Size: SizeOf(o))).Where(o => o.Size is not null).Select(o => (o.Operator.Call, Run: r, o.Size)))
            .ToList();
        var findings = takes
            .Select(t => (t.Call, t.Run, Chosen: Chosen(app, t.Size!)))
            .Where(t => t.Chosen is not null)
            .GroupBy(t => t.Call)
            .Select(g => Tell(app, g.Key, [.. g.Select(t => t.Run)], g.Select(t => t.Chosen!).First()));
        return Examined(takes.Count, findings);
    }

    private Finding Tell(AppModel app, Call take, IReadOnlyList<Materialisation> runs, ClientValue chosen)
    {
        var tables = RequestQueries.Tables(runs);
        return At(app, take.Function, take.Position, Severity.High, $"{chosen.Name}, which the client chooses, is how many rows of {tables} are loaded: nothing limits it") with
        {
            Subject = chosen.Name,
            Projection = RowsPerRequest.Project(app.Context, ((EntityRoot)runs[0].Query.Root).Name, isFiltered: false),
            Related = RequestQueries.Elsewhere(app, take, runs),
        };
    }

    /// <summary>The client's value without a limit; or one with a limit whose absence stands for all.</summary>
    private static ClientValue? Chosen(AppModel app, Value size) =>
        app.RequestValues.Unlimited(size).FirstOrDefault()
        ?? (ValueWalk.Origins(size).Any(o => o is ConstantValue { Constant: int.MaxValue }) ? app.RequestValues.Of(size).FirstOrDefault() : null);

    /// <summary>The argument that says how many rows.</summary>
    private static Value? SizeOf(QueryOperator step)
    {
        if (step.Name == "Take" && QueryMethods.IsTranslated(step.Call.Method))
            return step.Arguments[^1];
        return step.Name is "ToPagedList" or "ToPagedListAsync" && step.Call.Method.Parameters is [_, _, { } size, ..] && IsNumber(size) ? step.Arguments[2] : null;
    }

    private static bool IsNumber(TypeRef type) => type.FullName == "System.Int32";
}
