using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Data;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Sql;

namespace ScaleFitness.Model.Writes;

/// <summary>Finds rows that are added because none was found, where two requests at once would both find none.</summary>
public sealed class CheckedInserts
{
    private const string Validator = "FluentValidation.AbstractValidator`1";

    private readonly CodeModel _code;
    private readonly CallSites _sites;
    private readonly ExistenceChecks _checks;
    private readonly Inserts _inserts;
    private readonly TableLocks _locks;
    private readonly TypeHierarchy _types;
    private readonly Reach _reach;

    internal CheckedInserts(CodeModel code, Dispatch dispatch, CallSites sites, TypeHierarchy types, QueryReader queries, EntityModel entities, TableLocks locks, Reach reach)
    {
        _code = code;
        _sites = sites;
        _types = types;
        _locks = locks;
        _reach = reach;
        _checks = new(code, dispatch, queries);
        _inserts = new(code, dispatch, entities);
        All = [.. reach.AtWork.Where(f => !f.Owner.IsGenerated).SelectMany(In), .. Split()];
    }

    /// <summary>All of them, nearest to an entry point first; those of validators last.</summary>
    public IReadOnlyList<CheckedInsert> All { get; }

    private IEnumerable<CheckedInsert> In(SourceFunction function)
    {
        foreach (var check in _checks.In(function))
        {
            if (IsUnique(check))
                continue;
            var insert = _inserts.In(function, check.Entity).FirstOrDefault(i => i != check.Call && i.Conditions.Any(c => !c.IsTrue && check.IsAnswer(c.Value)));
            if (insert is not null && !IsGuarded(function, insert))
                yield return Of(check, insert, false);
        }
    }

    /// <summary>The rule of a validator, and the handler of the same message that adds the row.</summary>
    private IEnumerable<CheckedInsert> Split()
    {
        foreach (var validator in _types.Derived(Validator))
        {
            if (_code.Program.As(validator.Reference, Validator)?.SoleArgument is not { } message)
                continue;
            var checks = validator.Methods.Select(_code.Folded.FunctionOf).OfType<SourceFunction>().SelectMany(f => f.Owner.Functions).Distinct().SelectMany(_checks.In).Where(c => !IsUnique(c)).ToList();
            if (checks.Count == 0)
                continue;
            var handlers = _reach.AtWork.Where(f => f.Method.Parameters.Any(p => p.Type.FullName == message.FullName)).ToList();
            foreach (var check in checks)
                if (handlers.SelectMany(h => _inserts.In(h, check.Entity).Where(i => !IsGuarded(h, i))).FirstOrDefault() is { } insert)
                    yield return Of(check, insert, true);
        }
    }

    private static CheckedInsert Of(ExistenceCheck check, Call insert, bool isSplit) =>
        new(check.Call, insert, check.Entity.Name, [.. check.Columns.Order(StringComparer.Ordinal)], isSplit) { IsCertain = check.Entity.IsComposed && !isSplit };

    private static bool IsUnique(ExistenceCheck check) => check.Entity.Keys.Any(k => k.IsSubsetOf(check.Columns));

    /// <summary>A lock, a serializable transaction, or the answer to a unique violation, here or at a caller.</summary>
    private bool IsGuarded(SourceFunction function, Call insert) =>
        Owners(function).Any(f => _code.BodyOf(f).Calls.Any(c => IsLock(c)) || CatchesViolation(f) || _locks.All.Any(l => l.Site.Function.Owner == f.Owner && l.Width != LockWidth.FirstRows))
        || insert.Method.Name.Contains("IfNotExists", StringComparison.Ordinal);

    private IEnumerable<SourceFunction> Owners(SourceFunction function) =>
        function.Owner.Functions.Concat(_sites.Of(function).Select(c => c.Function)).Distinct();

    private bool CatchesViolation(SourceFunction function) => _code.PathsOf(function).Regions.Any(r =>
        r.Kind == RegionKind.Filter || r is { Kind: RegionKind.Catch, Catches.Name: "DbUpdateException" or "UniqueConstraintException" or "DbException" or "PostgresException" or "SqlException" or "MySqlException" });

    private static bool IsLock(Call call)
    {
        var name = call.Method.Name;
        var isLock = call.Method.DeclaringType.FullName switch
        {
            "System.Threading.Monitor" => name is "Enter" or "TryEnter",
            "System.Threading.SemaphoreSlim" => name is "Wait" or "WaitAsync",
            "System.Threading.Lock" => true,
            _ => name.Contains("Acquire", StringComparison.Ordinal) || name.Contains("LockAsync", StringComparison.Ordinal) || name.StartsWith("LockTake", StringComparison.Ordinal),
        };
        return isLock || call.Arguments.Select(ValueWalk.Constant).OfType<string>().Any(t => t.Contains("advisory", StringComparison.OrdinalIgnoreCase) && t.Contains("lock", StringComparison.OrdinalIgnoreCase));
    }
}
