using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.State;

namespace ScaleFitness.Model.Locks;

/// <summary>
/// Finds locks that are taken only while something is not there yet: the function looks first, goes around the lock where
/// it finds it, and fills it inside. Initialisation, and a token or table that is fetched anew when it has expired.
/// </summary>
internal sealed class DoubleChecks(CodeModel code, Dispatch dispatch, CallSites sites, StoreReader stores)
{
    /// <summary>The first look may stand in a caller this far out.</summary>
    private const int Callers = 2;

    /// <summary>Whether the section is taken only to fill what the function found missing.</summary>
    /// <param name="section">The section.</param>
    /// <param name="anyKey">Whether one entry of many counts: then each miss takes the lock.</param>
    public bool Guards(CriticalSection section, bool anyKey)
    {
        if (section.Enter is not { } enter)
            return false;
        var filled = Filled(section, anyKey).Distinct().ToList();
        return filled.Count > 0 && IsGuarded(enter, filled, Callers);
    }

    private bool IsGuarded(Call call, IReadOnlyList<FieldDefinition> filled, int depth)
    {
        var paths = code.PathsOf(call.Function);
        if (paths.IsAvoidable(call.Order) && filled.Any(f => paths.LooksAt(f, call.Order) || Gets(call, f)))
            return true;
        var callers = depth > 0 ? sites.Of(call.Function) : [];
        return callers.Count > 0 && callers.All(c => IsGuarded(c, filled, depth - 1));
    }

    private bool Gets(Call before, FieldDefinition field) =>
        code.BodyOf(before.Function).Calls.Any(c => c.Order < before.Order && c.Method.Name.StartsWith("get_", StringComparison.Ordinal)
            && dispatch.Targets(c) is [var getter] && code.BodyOf(getter).Returns.SelectMany(ValueWalk.Origins).Any(o => o is FieldValue read && read.Definition == field));

    private IEnumerable<FieldDefinition> Filled(CriticalSection section, bool anyKey)
    {
        var called = section.Calls.SelectMany(dispatch.Targets).Distinct().SelectMany(f => code.BodyOf(f).FieldWrites);
        foreach (var write in section.Writes.Concat(called))
            if (write.Definition is { } field && !IsFromItself(write.Value, field, 3))
                yield return field;
        foreach (var call in section.Calls)
            if (StoreMethods.ChangeOf(call) == ChangeKind.Add && call.Subject is { } subject && (anyKey || BoundedKeys.IsConstant(StoreMethods.KeyOf(call))))
                foreach (var store in stores.StoresBehind(subject))
                    yield return store.Field;
    }

    /// <summary>A counter is not filled: it changes every time.</summary>
    private static bool IsFromItself(Value value, FieldDefinition field, int depth) =>
        depth > 0 && ValueWalk.Origins(value).Any(o => o switch
        {
            FieldValue read => read.Definition == field,
            ComputedValue computed => computed.Operands.Any(v => IsFromItself(v, field, depth - 1)),
            CallValue { Call: var call } => call.Method.Name.StartsWith("op_", StringComparison.Ordinal) && call.Arguments.Any(v => IsFromItself(v, field, depth - 1)),
            _ => false,
        });
}
