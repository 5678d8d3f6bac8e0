using System.Collections.Concurrent;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Code.Calls;

/// <summary>
/// Finds lambdas that a known method runs once per element: their bodies are inside a loop, although no jump shows it.
/// A lambda that is merely made in a loop is not: it runs who knows when. Safe to use from several threads.
/// </summary>
public sealed class PerElement(CodeModel code)
{
    private readonly ConcurrentDictionary<SourceFunction, Call?> _runners = [];

    /// <summary>Whether a call runs many times while its function's caller waits once: in a loop, or in a lambda run per element.</summary>
    public bool IsRepeated(Call call) => call.Loop is not null || RunnerOf(call.Function) is not null;

    /// <summary>The call that runs a lambda or local function per element, or null.</summary>
    public Call? RunnerOf(SourceFunction function) => function.Parent is null ? null : _runners.GetOrAdd(function, Find);

    private Call? Find(SourceFunction function)
    {
        // A piece of an iterator runs as often as the iterator does.
        if (function.Kind == FunctionKind.Part)
            return RunnerOf(function.Parent!);
        if (function.Parent is not { } parent)
            return null;
        foreach (var call in code.BodyOf(parent).Calls)
            for (var i = 0; i < call.Method.Parameters.Length; i++)
                if (PerElementMethods.Runs(call.Method, i) && Dispatch.FunctionsOf(call.Arguments[i]).Contains(function))
                    return call;
        return null;
    }
}
