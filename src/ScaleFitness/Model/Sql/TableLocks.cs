using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Sql;

/// <summary>Finds locks that are wider than the rows of one key: in SQL, and in how transactions are opened.</summary>
public sealed class TableLocks
{
    /// <summary>Modes of PostgreSQL's LOCK TABLE that readers and writers of single rows do not wait for.</summary>
    private static readonly string[][] WeakModes = [["ACCESS", "SHARE"], ["ROW", "SHARE"], ["ROW", "EXCLUSIVE"]];

    private readonly SqlExtents _extents;

    internal TableLocks(CodeModel code, CallIndex index, Provenance provenance, SqlUses sql, SqlExtents extents)
    {
        _extents = extents;
        All = [.. sql.All.SelectMany(InSql), .. new SerializableTransactions(code, index, provenance).All];
    }

    /// <summary>All of them, SQL first.</summary>
    public IReadOnlyList<TableLock> All { get; }

    private IEnumerable<TableLock> InSql(SqlUse use)
    {
        foreach (var statement in use.Statements)
            if (Of(statement) is var (width, what, table))
                yield return new(use.Site, width, what, table);
    }

    private (LockWidth, string, string?)? Of(SqlStatement statement)
    {
        var table = statement.Selects.SelectMany(s => s.Tables).FirstOrDefault() is { } first ? _extents.NameOf(first) : null;
        if (statement.Hints.FirstOrDefault(h => h is "TABLOCK" or "TABLOCKX") is { } hint)
            return (LockWidth.Table, hint, table);
        if (statement.Verb == "LOCK" && statement.Words.Count > 1 && !IsWeak(statement.Words))
            return (LockWidth.Table, statement.Words[1] == "TABLES" ? "LOCK TABLES" : "LOCK TABLE", null);
        if (statement.Verb == "SET" && statement.Words.Contains("TRANSACTION") && statement.Words.Contains("SERIALIZABLE"))
            return (LockWidth.Range, "ISOLATION LEVEL SERIALIZABLE", null);
        var locking = statement.Selects.FirstOrDefault(s => s.Lock == RowLock.Waits && !s.IsOpen && s.Tables.Count > 0);
        return locking is null || _extents.Of(locking with { HasLimit = false, IsAggregate = false }) is Extent.Bounded or Extent.ByForeignKey or Extent.Unknown ? null
            : (locking.HasLimit ? LockWidth.FirstRows : LockWidth.Range, "FOR UPDATE", table);
    }

    private static bool IsWeak(IReadOnlyList<string> words)
    {
        var at = words.ToList().IndexOf("IN");
        return at >= 0 && WeakModes.Any(mode => words.Skip(at + 1).TakeWhile(w => w != "MODE").SequenceEqual(mode));
    }
}
