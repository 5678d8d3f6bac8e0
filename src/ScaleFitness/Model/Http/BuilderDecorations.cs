using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Http;

/// <summary>What a call on a client's builder does for resilience.</summary>
internal sealed class BuilderDecorations(CodeModel code, PollyPipelines pipelines, HandlerDecorations handlers)
{
    /// <summary>Packages whose calls on a builder are known for what they do.</summary>
    private static readonly string[] Known = ["Microsoft.", "System.", "Polly", "Refit", "Grpc.", "IdentityModel", "Duende."];

    /// <summary>Whether a package's call may do anything: its body is not ours to read, and its name says nothing.</summary>
    public bool IsDoubtful(MethodRef method) =>
        code.FunctionOf(method) is null && !Known.Any(k => method.DeclaringType.Assembly.StartsWith(k, StringComparison.Ordinal));

    /// <summary>What the delegate of a registration does: set a time-out, or nothing.</summary>
    public Decoration OfRegistration(Call call) => Functions(call).Any(SetsTimeOut) ? Decoration.TimeOut : Decoration.None;

    /// <summary>What a call on the builder does.</summary>
    public Decoration Of(Call call)
    {
        var name = call.Method.Name;
        if (name == "RemoveAllResilienceHandlers" || code.FunctionOf(call.Method) is not null)
            return Decoration.None;
        if (name == "ConfigureHttpClient")
            return OfRegistration(call);
        if (name == "AddResilienceHandler")
            return Functions(call).Select(pipelines.StrengthOf).Together(Decoration.Whole);
        if (name is "AddPolicyHandler" or "AddTransientHttpErrorPolicy")
            return call.Arguments.Skip(1).Select(PolicyOf).Together(Decoration.Whole);
        if (IsHandler(name))
            return Handlers(call).Together();
        return HandlerDecorations.SpeaksOfResilience(name) ? Decoration.Whole : Decoration.None;
    }

    private static bool IsHandler(string name) => name is "AddHttpMessageHandler" or "ConfigurePrimaryHttpMessageHandler" or "ConfigureAdditionalHttpMessageHandlers";

    private Decoration PolicyOf(Value policy)
    {
        var functions = Dispatch.FunctionsOf(policy).ToList();
        return functions.Count == 0
            ? pipelines.StrengthOf(policy)
            : functions.SelectMany(f => code.BodyOf(f).Returns).Select(pipelines.StrengthOf).Together(Decoration.Whole);
    }

    private IEnumerable<Decoration> Handlers(Call call)
    {
        foreach (var type in call.Method.TypeArguments)
            yield return handlers.Of(type);
        foreach (var made in Functions(call).SelectMany(f => code.BodyOf(f).Returns))
        {
            yield return handlers.Of(made);
            foreach (var resolved in ValueWalk.Origins(made).OfType<CallValue>())
                foreach (var type in resolved.Call.Method.TypeArguments)
                    yield return handlers.Of(type);
        }
    }

    /// <summary>Whether the delegates of a call set the client's time-out to never.</summary>
    public bool IsUnlimited(Call call) => Functions(call).Any(f => code.BodyOf(f).Calls.Any(TimeOuts.IsNever));

    private bool SetsTimeOut(SourceFunction function) => code.BodyOf(function).Calls.Any(TimeOuts.IsSet);

    private static IEnumerable<SourceFunction> Functions(Call call) => call.Arguments.SelectMany(Dispatch.FunctionsOf);
}
