namespace ScaleFitness.Verdicts.Causes;

/// <summary>
/// One defect, one finding: where two rules see one cause, the one that says more about it reports. The table in
/// <c>docs/rules/README.md</c> is written from this one.
/// </summary>
internal static class PrecedenceTable
{
    /// <summary>The pairs, by the rule that reports. There is no circle in them.</summary>
    public static IReadOnlyList<Precedence> Rows { get; } =
    [
        new("SF1006", "SF1011", SameCause.Statement, "an in-process distributed cache that holds the session"),
        new("SF1007", "SF1001", SameCause.Member, "a static map of a hub's connections"),
        new("SF1007", "SF1003", SameCause.Member, "a singleton's map of a hub's connections"),
        new("SF1012", "SF1001", SameCause.Member, "a static queue of jobs that requests fill"),
        new("SF1012", "SF1003", SameCause.Member, "a singleton's queue of jobs that requests fill"),
        new("SF2001", "SF2004", SameCause.Statement, "a group of the whole table that is loaded to be counted"),
        new("SF2001", "SF2022", SameCause.Statement, "a whole table that is loaded for one of its columns"),
        new("SF2002", "SF2022", SameCause.Statement, "a row that is loaded in a loop for one of its columns"),
        new("SF2003", "SF2002", SameCause.Statement, "a call in a loop that reads a row, changes it and saves"),
        new("SF2003", "SF3009", SameCause.Statement, "a save for each row of a query, inside a request"),
        new("SF2005", "SF2001", SameCause.Statement, "a whole table that is loaded and filtered in memory"),
        new("SF2005", "SF2022", SameCause.Statement, "a whole table that is loaded and filtered in memory by a column"),
        new("SF2009", "SF2022", SameCause.Statement, "a SELECT * without a limit of which one column is kept"),
        new("SF2014", "SF1003", SameCause.Member, "an open connection that a singleton keeps and replaces"),
        new("SF2015", "SF5003", SameCause.Statement, "a command time-out that is switched off"),
        new("SF2016", "SF2001", SameCause.Statement, "rows that are loaded only to be changed one by one"),
        new("SF2022", "SF2013", SameCause.Statement, "entities that are loaded with tracking for one of their columns"),
        new("SF3002", "SF3001", SameCause.Statement, "a global lock that is held across I/O"),
        new("SF3003", "SF3004", SameCause.Statement, "the result of an asynchronous call, waited for by blocking"),
        new("SF3007", "SF2002", SameCause.Statement, "a call in a loop that asks the database and a neighbour"),
        new("SF3007", "SF2003", SameCause.Statement, "a call in a loop that writes to the database and tells a neighbour"),
        new("SF3007", "SF3009", SameCause.Statement, "a remote call for each row of a query, inside a request"),
        new("SF4002", "SF4001", SameCause.Statement, "policies that are set up, and no limiter in the pipeline"),
        new("SF4003", "SF4010", SameCause.Statement, "a limiter that lets callers without a tenant through"),
        new("SF4004", "SF1001", SameCause.Member, "a static queue that requests fill and nothing caps"),
        new("SF4004", "SF1003", SameCause.Member, "a singleton's queue that requests fill and nothing caps"),
        new("SF5002", "SF5003", SameCause.Statement, "a client with nothing around it and a time-out of never"),
        new("SF5003", "SF5007", SameCause.Statement, "a pipeline that only tries again"),
    ];
}
