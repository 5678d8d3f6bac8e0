using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Tasks;

/// <summary>What becomes of the tasks that a function gets.</summary>
internal sealed class TaskUses
{
    private static readonly HashSet<string> Wrappers = ["ContinueWith", "Unwrap", "AsTask", "Preserve", "WaitAsync", "ConfigureAwait"];

    private static readonly HashSet<string> Forgets = ["Forget", "SafeFireAndForget", "FireAndForget", "FireAndForgetSafeAsync", "RunAndForget", "NoAwait"];

    private static readonly HashSet<string> Looks = ["get_IsCompleted", "get_IsFaulted", "get_IsCanceled", "get_Status", "get_Id", "get_Exception", "ToString", "GetHashCode", "GetType"];

    private readonly HashSet<Value> _kept = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Value, List<(Call Call, int Argument)>> _handed = new(ReferenceEqualityComparer.Instance);

    public TaskUses(FunctionBody body)
    {
        foreach (var value in body.Awaits.Select(a => a.Task).Concat(body.Returns).Concat(body.FieldWrites.Select(w => w.Value)).Concat(body.CapturedWrites.Select(w => w.Value))
            .Concat(body.ElementWrites.Where(w => !IsOfObjects(w.Target)).Select(w => w.Value)))
            _kept.UnionWith(ValueWalk.Origins(value));
        foreach (var call in body.Calls)
        {
            if (call.Receiver is { } receiver)
                Add(receiver, call, -1);
            for (var i = 0; i < call.Arguments.Count; i++)
                Add(call.Arguments[i], call, i);
        }
    }

    /// <summary>Null where somebody may wait for what the call returns; otherwise how it is let go.</summary>
    public LettingGo? Of(Call call) => Of(call, 4);

    private LettingGo? Of(Call call, int depth)
    {
        var result = call.Result;
        if (_kept.Contains(result))
            return null;
        var way = LettingGo.Dropped;
        foreach (var (user, argument) in _handed.GetValueOrDefault(result, []))
        {
            if (Forgets.Contains(user.Method.Name) || Looks.Contains(user.Method.Name) && argument < 0)
                continue;
            if (Wrappers.Contains(user.Method.Name) && user.Subject is { } subject && ValueWalk.Origins(subject).Contains(result))
            {
                if (depth == 0 || Of(user, depth - 1) is null)
                    return null;
            }
            else if (argument >= 0 && IsPlain(user, argument))
                way = LettingGo.UsedAsValue;
            else
                return null;
        }

        return way;
    }

    /// <summary>A task that goes in as an object, or is formatted: nothing there awaits it.</summary>
    private static bool IsPlain(Call user, int argument) =>
        user.Method.Name == "AppendFormatted"
        || user.Method.Parameters[argument].FullName == "System.Object" && user.Method.DeclaringType.Namespace is "System" or "Microsoft.Extensions.Logging" or "Microsoft.AspNetCore.Http" or "Microsoft.AspNetCore.Mvc" && user.Method.Name is not ("Equals" or "ReferenceEquals");

    private static bool IsOfObjects(Value target) =>
        ValueWalk.Origins(target).All(o => o is ArrayValue { Type.Element.FullName: "System.Object" });

    private void Add(Value value, Call call, int argument)
    {
        foreach (var origin in ValueWalk.Origins(value))
        {
            if (origin is not CallValue)
                continue;
            if (!_handed.TryGetValue(origin, out var calls))
                _handed[origin] = calls = [];
            calls.Add((call, argument));
        }
    }
}
