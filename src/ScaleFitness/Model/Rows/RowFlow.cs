using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Rows;

/// <summary>
/// Follows loaded rows forward: through variables, lambdas and loops, into the functions they are handed to, and back to
/// whoever calls the function that returns them. Whatever is not followed is an escape; so is going further than a
/// person would look. It stops as soon as it is known that more columns are read than anybody asked for.
/// </summary>
internal sealed class RowFlow(CodeModel code, CallSites sites, Func<SourceFunction, bool> isEntry, IRowKind kind, RowUses uses, int enough)
{
    /// <summary>Rows that are handed to more functions than this have a life of their own.</summary>
    private const int FunctionLimit = 64;

    private readonly RowMarks _marks = new();
    private readonly SortedDictionary<string, Call> _reads = new(StringComparer.Ordinal);
    private readonly HashSet<SourceFunction> _reached = new(ReferenceEqualityComparer.Instance);
    private readonly Queue<SourceFunction> _pending = new();
    private readonly HashSet<SourceFunction> _waiting = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<SourceFunction> _returning = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<SourceFunction, List<Call>> _runBy = new(ReferenceEqualityComparer.Instance);
    private string? _escape;

    /// <summary>What becomes of the rows that a call loads.</summary>
    public ColumnUse Of(Call load)
    {
        _returning.Add(load.Function);
        var delegates = uses.DelegatesOf(load);
        if (RowCarriers.Of(load, delegates.Count) == Carried.Mapped)
            Hand(load, delegates);
        else
            _marks.Add(load);
        Look(load.Function);
        while (_escape is null && _reads.Count <= enough && _pending.TryDequeue(out var function))
        {
            _waiting.Remove(function);
            Scan(code.BodyOf(function));
        }

        return new(_reads, _escape);
    }

    private void Scan(FunctionBody body)
    {
        _escape ??= body.NotAnalysed;
        foreach (var call in body.Calls)
        {
            if (_escape is not null || _reads.Count > enough)
                return;
            Judge(call);
        }

        foreach (var (use, column) in RowQueries.In(body, code, kind, _marks.Carries))
            if (column is null)
                Escape("used whole in a query");
            else
                _reads.TryAdd(column, use);
        if (body.FieldWrites.Any(w => _marks.Carries(w.Value)))
            Escape("kept in a field");
        if (body.ElementWrites.Any(w => _marks.Carries(w.Value) && !ValueWalk.Origins(w.Target).All(t => t is ArrayValue)))
            Escape("kept in an array");
        if (body.Delegates.Any(d => d.Receiver is { } receiver && _marks.Carries(receiver)))
            Escape("made a delegate of");
        if (body.Returns.Any(_marks.Carries))
            Return(body.Function);
    }

    private void Judge(Call call)
    {
        var isReceiver = call.Receiver is { } receiver && _marks.Carries(receiver);
        var given = uses.Where(call, _marks.Carries);
        if (!isReceiver && given.Count == 0)
        {
            // What the engine lost sight of may be a row.
            if (uses.MayBeRow(call, kind))
                Escape("lost sight of");
            else if (kind.Leads(call))
                Escape("reached by another object");
            return;
        }

        if (given.Count == 0 && kind.ColumnReadBy(call) is { } column)
            _reads.TryAdd(column, call);
        else if ((given.Count == 0 && kind.ReadsNothing(call)) || uses.IsNullTest(call))
            return;
        else if (uses.DelegatesOf(call) is var delegates && RowCarriers.Of(call, delegates.Count) is var carried and not Carried.Elsewhere && (isReceiver ? given.Count == 0 : given.All(g => RowCarriers.Takes(call, g))))
            Carry(call, carried, delegates);
        else
            Enter(call, isReceiver, given);
    }

    private void Carry(Call call, Carried carried, IReadOnlyList<Value> delegates)
    {
        Hand(call, delegates);
        if (carried != Carried.Rows && !(call.Method.Name == "get_Key" && kind.Holds(call.Result.Type)))
            return;
        var isNew = _marks.Add(call);
        for (var i = 0; i < call.Arguments.Count; i++)
            if (call.Method.Parameters[i].Kind == Code.Metadata.TypeKind.ByReference && call.Method.Name is "TryGetValue" or "Deconstruct")
                isNew |= _marks.Add(call, i);
        if (isNew)
            Look(call.Function);
    }

    /// <summary>Delegates that a library runs on the rows.</summary>
    private void Hand(Call call, IReadOnlyList<Value> delegates)
    {
        foreach (var given in delegates)
        {
            var origins = ValueWalk.Origins(given);
            if (origins.Any(o => o is not (FunctionValue { Target: not null } or ConstantValue)))
                Escape($"handed to {call.Method.Name} with a delegate from elsewhere");
            foreach (var target in origins.OfType<FunctionValue>().Select(f => f.Target).OfType<SourceFunction>())
            {
                var isNew = false;
                for (var i = 0; i < target.Method.Parameters.Length; i++)
                    if (kind.Holds(target.Method.Parameters[i].Type))
                        isNew |= _marks.Add(target, i);
                Run(target, call, isNew);
            }
        }
    }

    private void Enter(Call call, bool isReceiver, IReadOnlyList<int> given)
    {
        var targets = uses.TargetsOf(call);
        if (targets.Count == 0 || targets.Any(t => t.Owner.IsGenerated || (isReceiver && RowUses.ReadsOwnFields(t))))
        {
            Escape($"handed to {call.Method.Name}");
            return;
        }

        foreach (var target in targets)
        {
            var isNew = isReceiver && _marks.Add(target, -1);
            foreach (var argument in given)
                isNew |= _marks.Add(target, argument);
            Run(target, call, isNew);
        }
    }

    private void Run(SourceFunction target, Call call, bool isNew)
    {
        if (!_runBy.TryGetValue(target, out var calls))
            _runBy[target] = calls = [];
        if (!calls.Contains(call))
        {
            calls.Add(call);
            isNew = true;
        }

        if (isNew)
            Look(target);
    }

    /// <summary>Whoever handed rows in gets them back; rows that were loaded here, or came from further down, go to all callers.</summary>
    private void Return(SourceFunction function)
    {
        var callers = _runBy.GetValueOrDefault(function, []);
        if (_returning.Contains(function) || callers.Count == 0)
        {
            var all = sites.Of(function);
            if (isEntry(function) || function.Owner.IsTopLevel && all.Count == 0)
                Escape("returned from an endpoint");
            else if (sites.Given(function) is { Count: > 0 } runners && !runners.All(r => RowCarriers.Of(r, uses.DelegatesOf(r).Count) == Carried.Mapped))
                Escape("returned to whoever runs a delegate");
            else if (all.Count + sites.Given(function).Count == 0 || uses.IsCalledByGenerated(function))
                Escape("returned to callers out of sight");
            callers = [.. callers, .. all, .. sites.Given(function)];
        }

        foreach (var caller in callers)
            if (_marks.Add(caller))
            {
                _returning.Add(caller.Function);
                Look(caller.Function);
            }
    }

    /// <summary>A function, and those that share its variables.</summary>
    private void Look(SourceFunction function)
    {
        foreach (var one in function.Owner.Functions)
        {
            if (_reached.Add(one) && _reached.Count > FunctionLimit)
                Escape($"used in more than {FunctionLimit} functions");
            if (_waiting.Add(one))
                _pending.Enqueue(one);
        }
    }

    private void Escape(string reason) => _escape ??= reason;
}
