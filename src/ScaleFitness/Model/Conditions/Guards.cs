using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Conditions;

/// <summary>Under which conditions a call runs: only in development, only where a setting says so.</summary>
public sealed class Guards
{
    /// <summary>Callers of callers are asked this far.</summary>
    private const int Depth = 6;

    private readonly CodeModel _code;
    private readonly CallSites _sites;
    private readonly Provenance _provenance;

    internal Guards(CodeModel code, CallSites sites, Provenance provenance)
    {
        _code = code;
        _sites = sites;
        _provenance = provenance;
    }

    /// <summary>Whether the call runs on developers' and testers' machines alone.</summary>
    public bool IsDevelopmentOnly(Call call) => Holds(call, IsDevelopment, Depth);

    /// <summary>Whether a setting, an environment variable or an argument of the command line decides that the call runs.</summary>
    public bool IsBehindFlag(Call call) => Holds(call, c => IsSetting(c.Value), Depth);

    /// <summary>Whether the call may be left out, where it stands or wherever its function is called.</summary>
    public bool IsConditional(Call call) => IsConditional(call, Depth);

    private bool IsConditional(Call call, int depth)
    {
        if (_code.PathsOf(call.Function).IsAvoidable(call.Order))
            return true;
        var callers = depth == 0 ? [] : Callers(call.Function);
        return callers.Count > 0 && callers.All(c => IsConditional(c, depth - 1));
    }

    /// <summary>On the way to the call, or to every place that calls its function.</summary>
    private bool Holds(Call call, Func<Condition, bool> test, int depth)
    {
        if (call.Conditions.Any(test))
            return true;
        if (depth == 0)
            return false;
        var callers = Callers(call.Function);
        return callers.Count > 0 && callers.All(c => Holds(c, test, depth - 1));
    }

    private IReadOnlyList<Call> Callers(SourceFunction function)
    {
        var callers = _sites.Of(function);
        if (callers.Count == 0)
            callers = _sites.Given(function);
        return [.. callers.Where(c => c.Function != function)];
    }

    private bool IsDevelopment(Condition condition) => ValueWalk.Origins(condition.Value).All(o => o is CallValue { Call: var call } && Asks(call, condition.IsTrue));

    private bool Asks(Call call, bool answer)
    {
        var method = call.Method;
        if (method.Is(ConditionSymbols.HostEnvironmentExtensions))
            return method.Name switch
            {
                "IsDevelopment" => answer,
                "IsProduction" => !answer,
                "IsEnvironment" => answer != (ValueWalk.Constant(call.Arguments[^1]) is "Production"),
                _ => false,
            };
        if (method.Is(ConditionSymbols.Debugger, "get_IsAttached"))
            return answer;
        if (method.Name is "op_Equality" or "op_Inequality" or "Equals" && method.DeclaringType.FullName == "System.String")
            return Names(call) is { } name && (name == "Production") != (answer == (method.Name != "op_Inequality"));
        // The app's own property or method that asks, and nothing else.
        return _code.FunctionOf(method) is { } own && _code.BodyOf(own) is { Returns: [var only], Calls.Count: <= 3 } && IsDevelopment(new(only, answer));
    }

    /// <summary>The environment's name that a comparison names, or null where it compares something else.</summary>
    private string? Names(Call comparison)
    {
        var operands = comparison.Receiver is { } receiver ? [receiver, .. comparison.Arguments] : comparison.Arguments;
        var asks = operands.SelectMany(o => _provenance.Of(o)).OfType<CallValue>().Any(v => v.Call.Method.Name == "get_EnvironmentName" || v.Call is { Method.Name: "GetEnvironmentVariable" } read && ValueWalk.Constant(read.Arguments[0]) is "ASPNETCORE_ENVIRONMENT" or "DOTNET_ENVIRONMENT");
        return asks ? operands.Select(ValueWalk.Constant).OfType<string>().FirstOrDefault() : null;
    }

    private bool IsSetting(Value value) => Parts(value).Any(IsRead);

    /// <summary>What a tested value is computed from: <c>args.Contains("--migrate")</c>, <c>bool.Parse(configuration["…"])</c>.</summary>
    private HashSet<Value> Parts(Value value)
    {
        var seen = new HashSet<Value>(ReferenceEqualityComparer.Instance);
        var pending = new Queue<(Value Value, int Depth)>([(value, 0)]);
        while (pending.TryDequeue(out var next))
            foreach (var origin in next.Depth == 0 ? [.. ValueWalk.Origins(next.Value), .. _provenance.Of(next.Value)] : ValueWalk.Origins(next.Value))
                if (seen.Add(origin) && next.Depth < Depth)
                    foreach (var part in PartsOf(origin))
                        pending.Enqueue((part, next.Depth + 1));
        return seen;
    }

    private static IEnumerable<Value> PartsOf(Value value) => value switch
    {
        // The builder is given the command line too: not all that the builder tells is decided there.
        CallValue { Call.Method.DeclaringType.FullName: ConditionSymbols.WebApplication or ConditionSymbols.Host } => [],
        CallValue { Call: var call } => call.Receiver is { } receiver ? [receiver, .. call.Arguments] : call.Arguments,
        OutValue { Call: var call } => call.Arguments,
        ComputedValue computed => computed.Operands,
        AwaitValue await => [await.Task],
        FieldValue { Receiver: { } owner } => [owner],
        _ => [],
    };

    private bool IsRead(Value value) => value switch
    {
        CallValue { Call.Method: var method } => method.Is(ConditionSymbols.ConfigurationBinder, "GetValue")
            || method.Is(ConditionSymbols.Environment, "GetEnvironmentVariable", "GetCommandLineArgs")
            || method.Name == "get_Item" && _code.Program.Derives(method.DeclaringType, ConditionSymbols.Configuration)
            || method.Name.StartsWith("get_", StringComparison.Ordinal) && IsOptions(method.DeclaringType),
        ArgumentValue { Function: var function, Parameter.Type.Element.FullName: "System.String" } => function.Owner.IsTopLevel || function.Method.Name == "Main",
        _ => false,
    };

    /// <summary>What is bound from settings is named so by all who write it.</summary>
    private bool IsOptions(Code.Metadata.TypeRef type) =>
        type.FullName == ConditionSymbols.Options
        || _code.Program.Find(type) is { IsExternal: false } && (type.Name.EndsWith("Options", StringComparison.Ordinal) || type.Name.EndsWith("Settings", StringComparison.Ordinal) || type.Name.EndsWith("Config", StringComparison.Ordinal) || type.Name.EndsWith("Configuration", StringComparison.Ordinal));
}
