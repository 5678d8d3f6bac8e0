using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Effects;

namespace ScaleFitness.Model.Locks;

/// <summary>Something slow that runs while a lock is held.</summary>
/// <param name="Call">The call in the critical section.</param>
/// <param name="Effect">What it reaches; null for an await of something that is not known.</param>
public sealed record HeldWork(Call Call, Effect? Effect);

/// <summary>Finds I/O inside critical sections, also through the app's own methods.</summary>
internal sealed class HeldWorkReader(CodeModel code, Dispatch dispatch, EffectReader effects)
{
    /// <summary>What these are given runs later, when the lock may be free again.</summary>
    private static readonly HashSet<string> Deferring = ["Run", "StartNew", "QueueUserWorkItem", "UnsafeQueueUserWorkItem", "ContinueWith", "Register", "UnsafeRegister", "Enqueue", "TryWrite", "Schedule", "Post"];

    private static readonly HashSet<string> Instant = ["Yield", "FromResult", "get_CompletedTask", "WriteAsync", "WaitToWriteAsync", "DisposeAsync", "WaitAsync", "EnterAsync", "LockAsync"];

    /// <summary>What the section waits for, in source order.</summary>
    public IReadOnlyList<HeldWork> In(CriticalSection section)
    {
        var waited = Waited(section);
        var works = new List<HeldWork>();
        foreach (var call in section.Calls)
        {
            if (IsTask(call) && waited is not null && !waited.Contains(call) || OnlyOnce(call, section))
                continue;
            if (EffectOf(call) is { } effect)
                works.Add(new(call, effect));
            else if (IsTask(call) && waited?.Contains(call) == true && IsStrange(call))
                works.Add(new(call, null));
        }

        return works;
    }

    /// <summary>A write to whom a lock says nothing, a file's existence or a delay of zero are no reason; nor is what the call only puts off.</summary>
    private Effect? EffectOf(Call call)
    {
        if (call.IsConstruction && dispatch.Targets(call).Count == 0)
            return null;
        if (effects.Of(call) is { } own)
            return own;
        var functions = dispatch.Targets(call).AsEnumerable();
        if (!Deferring.Contains(call.Method.Name) && !call.Method.Name.StartsWith("add_", StringComparison.Ordinal))
            functions = functions.Concat(call.Arguments.SelectMany(Dispatch.FunctionsOf));
        return functions.Distinct().SelectMany(effects.Reached).Select(s => s.Effect).OrderBy(e => e.Kind).FirstOrDefault();
    }

    /// <summary>An awaited call of a library, or of a delegate that somebody gave, of which nothing is known.</summary>
    private bool IsStrange(Call call) =>
        dispatch.Targets(call).Count == 0 && !Instant.Contains(call.Method.Name)
        && !(code.Program.Find(call.Method) is { DeclaringType.IsExternal: false } && call.Method.Name != "Invoke");

    /// <summary>Calls whose task the section waits for by awaiting or blocking; null: all, since they are waited for together.</summary>
    private static HashSet<Call>? Waited(CriticalSection section)
    {
        var waited = new HashSet<Call>(ReferenceEqualityComparer.Instance);
        foreach (var task in section.Awaits.Select(a => a.Task).Concat(section.Calls.Where(IsBlocking).Select(c => c.Subject!)))
            if (!Collect(task, waited, 6))
                return null;
        return waited;
    }

    private static bool Collect(Value task, HashSet<Call> waited, int depth)
    {
        foreach (var origin in ValueWalk.Origins(task))
            if (origin is CallValue { Call: var call } && waited.Add(call))
            {
                if (call.Method.Name is "WhenAll" or "WhenAny" or "WaitAll" && call.Method.DeclaringType.FullName == "System.Threading.Tasks.Task")
                    return false;
                if (depth > 0 && call.Subject is { } inner && call.Method.Name is "WaitAsync" or "AsTask" or "ConfigureAwait" or "GetAwaiter" or "ContinueWith" or "Unwrap" && !Collect(call.Subject!, waited, depth - 1))
                    return false;
            }

        return true;
    }

    private static bool IsBlocking(Call call) =>
        call.Subject is not null && call.Method.Name is "GetResult" or "get_Result" or "Wait" or "WaitAll" or "WaitAny" or "GetAwaiter"
        && (call.Method.DeclaringType.Namespace is "System.Threading.Tasks" or "System.Runtime.CompilerServices");

    /// <summary><c>_x ??= Load()</c>: after the first time it is there.</summary>
    private static bool OnlyOnce(Call call, CriticalSection section) =>
        call.Conditions.Any(t => !t.IsTrue && t.Value is FieldValue { Definition: { } field } && section.Writes.Any(w => w.Definition == field && w.WhenNull));

    private static bool IsTask(Call call) => call.Result.Type is { Namespace: "System.Threading.Tasks" };
}
