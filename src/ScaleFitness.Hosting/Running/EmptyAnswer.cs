using System.Collections;
using System.Reflection;

namespace ScaleFitness.Hosting.Running;

/// <summary>What an empty database answers, by the type that is asked for.</summary>
internal static class EmptyAnswer
{
    /// <summary>Whether there is such an answer.</summary>
    public static bool Exists(Type type) => ElementOf(type) is not null || !typeof(IEnumerable).IsAssignableFrom(type) || type == typeof(string) || type.IsArray;

    /// <param name="type">What is asked for: a value, rows, or a task of either.</param>
    /// <param name="isTrue">The answer to what is true or false.</param>
    public static object? Of(Type type, bool isTrue)
    {
        if (type == typeof(void))
            return null;
        if (type == typeof(Task))
            return Task.CompletedTask;
        if (type == typeof(ValueTask))
            return default(ValueTask);
        if (type.IsGenericType && type.GetGenericTypeDefinition() is var open && (open == typeof(Task<>) || open == typeof(ValueTask<>)))
            return Call(open == typeof(Task<>) ? nameof(Finished) : nameof(FinishedValue), type.GetGenericArguments()[0], Of(type.GetGenericArguments()[0], isTrue));
        if (type == typeof(bool))
            return isTrue;
        if (type == typeof(string))
            return "";
        if (ElementOf(type) is { } element)
            return Call(nameof(Rows), element);
        return type.IsValueType ? Activator.CreateInstance(type) : null;
    }

    private static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var open
        && (open == typeof(IEnumerable<>) || open == typeof(IAsyncEnumerable<>) || open == typeof(IReadOnlyList<>) || open == typeof(IReadOnlyCollection<>) || open == typeof(IList<>))
            ? type.GetGenericArguments()[0]
            : null;

    private static object Call(string method, Type argument, params object?[] arguments) =>
        typeof(EmptyAnswer).GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.MakeGenericMethod(argument).Invoke(null, arguments)!;

    private static Task<T> Finished<T>(T result) => Task.FromResult(result);

    private static ValueTask<T> FinishedValue<T>(T result) => new(result);

    private static NoRows<T> Rows<T>() => new();

    /// <summary>No rows, however they are asked for.</summary>
    private sealed class NoRows<T> : List<T>, IAsyncEnumerable<T>
    {
        public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            yield break;
        }
    }
}
