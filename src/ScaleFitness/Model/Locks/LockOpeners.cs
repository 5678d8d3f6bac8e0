using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Locks;

/// <summary>Methods of the app that take a lock and hand out what gives it back when it is disposed of: <c>using (await _gate.EnterAsync())</c>.</summary>
internal sealed class LockOpeners
{
    private readonly Dispatch _dispatch;
    private readonly Lazy<Dictionary<SourceFunction, LockTarget>> _openers;

    public LockOpeners(CodeModel code, CallIndex index, Dispatch dispatch, LockTargets targets)
    {
        _dispatch = dispatch;
        _openers = new(() => Find(code, index, targets));
    }

    /// <summary>The names of such methods.</summary>
    public IEnumerable<string> Names => _openers.Value.Keys.Select(f => f.Method.Name).Distinct().Order(StringComparer.Ordinal);

    /// <summary>What the call takes, or null.</summary>
    public LockTarget? OpenedBy(Call call) =>
        _openers.Value.Count > 0 && _openers.Value.Keys.Any(f => f.Method.Name == call.Method.Name) && _dispatch.Targets(call) is [var only] && _openers.Value.TryGetValue(only, out var target) ? target : null;

    /// <summary>Where what the call returns, awaited or not, is disposed of.</summary>
    public static IReadOnlySet<int> Disposals(Call enter, FunctionBody body)
    {
        var handles = new HashSet<Value>(ReferenceEqualityComparer.Instance) { enter.Result };
        handles.UnionWith(body.Awaits.Where(a => ValueWalk.Origins(a.Task).Contains(enter.Result)));
        var types = handles.Select(h => h.Type).Where(t => t is not null).ToHashSet();
        return body.Calls
            .Where(c => c.Method.Name is "Dispose" or "DisposeAsync" && c.Receiver is { } receiver
                && ValueWalk.Origins(receiver).Any(o => handles.Contains(o) || o is UnknownValue && types.Contains(c.Method.DeclaringType)))
            .Select(c => c.Order).ToHashSet();
    }

    private static Dictionary<SourceFunction, LockTarget> Find(CodeModel code, CallIndex index, LockTargets targets)
    {
        var openers = new Dictionary<SourceFunction, LockTarget>();
        foreach (var function in index.Mentioning(LockTable.MayEnter))
        {
            if (function.Kind != FunctionKind.Method || !ReturnsHandle(function, code))
                continue;
            var body = code.BodyOf(function);
            foreach (var call in body.Calls)
                if (LockTable.EnteredBy(call) is { } row && (row.Exits.Count == 0 ? Disposals(call, body) : SectionReader.ReleasesOf(call, row, body)).Count == 0)
                    openers.TryAdd(function, targets.Of(call, row));
        }

        return openers;
    }

    private static bool ReturnsHandle(SourceFunction function, CodeModel code)
    {
        var type = function.Method.Reference.ReturnType;
        type = type.Namespace == "System.Threading.Tasks" && type.SoleArgument is { } result ? result : type;
        return code.Program.Derives(type, "System.IDisposable") || code.Program.Derives(type, "System.IAsyncDisposable");
    }
}
