using System.Collections.Concurrent;
using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Locks;

/// <summary>Finds critical sections: from the call that takes a lock to those that give it back, by all ways that control may go.</summary>
public sealed class SectionReader
{
    private readonly CodeModel _code;
    private readonly CallIndex _index;
    private readonly LockTargets _targets;
    private readonly LockOpeners _openers;
    private readonly ConcurrentDictionary<SourceFunction, IReadOnlyList<CriticalSection>> _known = [];

    internal SectionReader(CodeModel code, CallIndex index, LockTargets targets, LockOpeners openers)
    {
        _code = code;
        _index = index;
        _targets = targets;
        _openers = openers;
    }

    /// <summary>The critical sections of all functions that a condition lets through, function by function in a stable order.</summary>
    public IEnumerable<CriticalSection> InAll(Func<SourceFunction, bool> where) =>
        _index.Mentioning(LockTable.MayEnter).Concat(_openers.Names.SelectMany(_index.Mentioning)).Concat(Synchronized()).Distinct().Where(where)
            .OrderBy(f => f.Owner.DisplayName, StringComparer.Ordinal).SelectMany(In);

    /// <summary>The critical sections of a function, in source order.</summary>
    public IReadOnlyList<CriticalSection> In(SourceFunction function) => _known.GetOrAdd(function, f => [.. Find(f)]);

    private IEnumerable<SourceFunction> Synchronized() =>
        _code.Methods.Where(m => m.Definition.Traits.HasFlag(MethodTraits.Synchronized)).Select(m => m.Body);

    private IEnumerable<CriticalSection> Find(SourceFunction function)
    {
        var body = _code.BodyOf(function);
        if (function.Kind == FunctionKind.Method && function.Method.Traits.HasFlag(MethodTraits.Synchronized))
            yield return new(function, _targets.OfSynchronized(function.Method), null, null, body.Calls, body.Awaits, body.FieldWrites, SectionLoops.Any(null, body.Calls, body.LoopExits));
        foreach (var call in body.Calls)
        {
            if (LockTable.EnteredBy(call) is { } row)
            {
                if (!IsTry(call) && ExitsOf(call, row, body) is { Count: > 0 } exits)
                    yield return Section(call, _targets.Of(call, row), body, exits);
            }
            else if (_openers.OpenedBy(call) is { } opened && LockOpeners.Disposals(call, body) is { Count: > 0 } closed)
                yield return Section(call, opened, body, closed);
        }
    }

    private CriticalSection Section(Call enter, LockTarget target, FunctionBody body, IReadOnlySet<int> exits)
    {
        var paths = _code.PathsOf(body.Function);
        var last = exits.Max();
        // A release under a condition (if (taken) ...) is one: what stands behind the last in the code is out.
        bool IsHeld(int order) => order < last && paths.Leads(enter.Order, order, exits.Contains);
        var calls = body.Calls.Where(c => !exits.Contains(c.Order) && c != enter && IsHeld(c.Order)).ToList();
        return new(
            body.Function,
            target,
            enter,
            PositionOf(enter, calls),
            calls,
            [.. body.Awaits.Where(a => !ValueWalk.Origins(a.Task).Contains(enter.Result) && IsHeld(a.Order))],
            [.. body.FieldWrites.Where(w => IsHeld(w.Order))],
            SectionLoops.Any(enter.Loop, calls, body.LoopExits.Where(e => IsHeld(e.Order))));
    }

    /// <summary><c>lock</c> on a <c>Lock</c> leaves no sequence point: what it holds first tells where it is.</summary>
    private static SourcePosition? PositionOf(Call enter, IReadOnlyList<Call> held) =>
        enter.Method.Name == "EnterScope" && held.FirstOrDefault(c => c.Position is not null) is { } first ? first.Position : enter.Position;

    private static IReadOnlySet<int> ExitsOf(Call enter, LockRow row, FunctionBody body) =>
        row.Exits.Count == 0 ? LockOpeners.Disposals(enter, body) : ReleasesOf(enter, row, body);

    internal static IReadOnlySet<int> ReleasesOf(Call enter, LockRow row, FunctionBody body) =>
        body.Calls.Where(c => LockTable.IsExit(row, c) && IsSame(LockTable.Operand(enter), LockTable.Operand(c))).Select(c => c.Order).ToHashSet();

    private static bool IsSame(Value? one, Value? other)
    {
        if (one is null || other is null)
            return false;
        var origins = ValueWalk.Origins(one);
        return ValueWalk.Origins(other).Any(o => origins.Any(x => ReferenceEquals(x, o)
            || x is FieldValue { Definition: { } a } && o is FieldValue { Definition: { } b } && a == b
            || x is CallValue { Call: { Method.Parameters.Length: 0, Method: var m } } && o is CallValue { Call.Method: var n } && m.FullName == n.FullName
            || x is UnknownValue && o is UnknownValue));
    }

    /// <summary>Who does not wait makes nobody wait in turn: <c>WaitAsync(0)</c>, <c>TryEnter</c> without a time-out.</summary>
    private static bool IsTry(Call enter) =>
        enter.Method.Name.StartsWith("Try", StringComparison.Ordinal) && !enter.Method.Parameters.Any(p => p.FullName is "System.Int32" or "System.TimeSpan")
        || enter.Arguments.Where((_, i) => enter.Method.Parameters[i].FullName is "System.Int32" or "System.TimeSpan")
            .Any(a => ValueWalk.Origins(a) is [ConstantValue { Constant: 0 }] or [FieldValue { Field: { Name: "Zero", DeclaringType.FullName: "System.TimeSpan" } }]);
}
