using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Loops;

/// <summary>Tells how many of a loop's rounds run at the same time.</summary>
internal sealed class LoopPaces(CodeModel code)
{
    /// <param name="loop">The loop.</param>
    /// <param name="call">A call in it that takes time.</param>
    public LoopPace Of(SourceLoop loop, Call call)
    {
        if (IsThrottled(call))
            return LoopPace.Limited;
        return loop.Runner is { } runner ? OfRunner(runner, call) : OfStatement(loop, call);
    }

    /// <summary>A semaphore or limiter that is entered around the call.</summary>
    private bool IsThrottled(Call call) =>
        code.BodyOf(call.Function).Calls.Any(c => c.Order < call.Order && IsGate(c) && (call.Loop is null || c.Loop?.Id == call.Loop.Id));

    private static bool IsGate(Call call) =>
        call.Method.Name is "Wait" or "WaitAsync" && call.Method.DeclaringType.Is(LoopSymbols.Semaphore)
        || call.Method.Name is "AcquireAsync" or "AttemptAcquire" && call.Method.DeclaringType.Namespace == "System.Threading.RateLimiting";

    private LoopPace OfRunner(Call runner, Call call)
    {
        var body = code.BodyOf(runner.Function);
        if (runner.Method.DeclaringType.Is(LoopSymbols.Parallel))
            return body.Calls.Any(c => c.Method.Name == "set_MaxDegreeOfParallelism") || runner.Arguments.Any(a => a.Type?.Is(LoopSymbols.ParallelOptions) == true && ValueWalk.Origins(a).All(o => o is not NewValue))
                ? LoopPace.Limited : LoopPace.AtOnce;
        if (runner.Method.DeclaringType.Is(LoopSymbols.ParallelEnumerable))
            return body.Calls.Any(c => c.Method.Name == "WithDegreeOfParallelism") ? LoopPace.Limited : LoopPace.AtOnce;
        // Lambdas that are awaited together run together; a sequence of tasks that is awaited one by one starts them so.
        return BringsTasks(call.Function.Method.Reference.ReturnType) && body.Calls.Any(c => c.Method.Name is "WhenAll" or "WaitAll" or "WhenEach")
            ? LoopPace.AtOnce : LoopPace.OneByOne;
    }

    /// <summary>A task for each element, or several: <c>SelectMany(x => [First(x), Second(x)])</c>.</summary>
    private static bool BringsTasks(TypeRef type) => IsTask(type) || type.Element is { } element && IsTask(element) || type.SoleArgument is { } argument && IsTask(argument);

    private static bool IsTask(TypeRef type) => type.Namespace == "System.Threading.Tasks";

    private LoopPace OfStatement(SourceLoop loop, Call call)
    {
        var body = code.BodyOf(call.Function);
        if (call.Method.ReturnType.Namespace != "System.Threading.Tasks" || loop.Statement is not { } statement || call.Function != loop.Function || body.Awaits.Any(a => a.Loop?.IsIn(statement) == true && Holds(a.Task, call)))
            return LoopPace.OneByOne;
        return body.Calls.Any(c => c.Method.Name is "WhenAll" or "WhenAny" or "WaitAll" && c.Loop?.IsIn(statement) == true) ? LoopPace.Limited
            : body.Calls.Any(c => c.Method.Name is "WhenAll" or "WaitAll" or "WhenEach") ? LoopPace.AtOnce
            : LoopPace.OneByOne;
    }

    private static bool Holds(Value task, Call call) => ValueWalk.Origins(task).Any(o => o is CallValue made && made.Call == call);
}
