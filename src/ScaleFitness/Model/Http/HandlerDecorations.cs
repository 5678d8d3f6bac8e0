using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Folding;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;

namespace ScaleFitness.Model.Http;

/// <summary>What message handlers do for resilience.</summary>
internal sealed class HandlerDecorations(CodeModel code, CallGraph graph, HandlerChains chains, PollyPipelines pipelines)
{
    /// <summary>A handler that needs more functions than this to send is not looked into further.</summary>
    private const int FunctionLimit = 200;

    /// <summary>All of a chain that code puts together.</summary>
    public Decoration Of(Value handler) => chains.Chain(handler).Select(n => Of(n.Type!)).Together();

    /// <summary>What a handler's type does.</summary>
    public Decoration Of(TypeRef type)
    {
        var own = OfOwn(type);
        return !own.IsResilient() && SpeaksOfResilience(type.Name) ? Decoration.Whole : own;
    }

    /// <summary>What the code of a handler of the app's does; nothing for a library's.</summary>
    private Decoration OfOwn(TypeRef type)
    {
        if (code.Program.Find(type) is not { IsExternal: false } own)
            return Decoration.None;
        var sending = own.Methods.Where(m => m.Name is "SendAsync" or "Send").Select(code.Folded.FunctionOf).OfType<SourceFunction>().ToList();
        var calls = Reachability.From(sending, f => graph.From(f).Select(e => (e.Target, e.Position)), FunctionLimit).Functions.Take(FunctionLimit).SelectMany(f => code.BodyOf(f).Calls).ToList();
        var executed = calls.Where(c => PollyPipelines.IsExecution(c.Method)).Select(c => c.Receiver is { } pipeline ? pipelines.StrengthOf(pipeline) : Decoration.Whole).Together();
        return executed | (calls.Any(c => c.Loop is not null && IsSend(c)) ? Decoration.Retry : Decoration.None) | (calls.Any(c => c.Method.Name == "CancelAfter") ? Decoration.TimeOut : Decoration.None);
    }

    /// <summary>Whether a name says that what it names is there for resilience: all that can be told of a library's.</summary>
    public static bool SpeaksOfResilience(string name) =>
        new[] { "Resilien", "Retry", "Polic", "Polly", "Circuit", "Hedging" }.Any(word => name.Contains(word, StringComparison.Ordinal));

    /// <summary>Sending in a loop is trying again.</summary>
    private bool IsSend(Call call) =>
        call.Method.Name is "SendAsync" or "Send" && code.Program.Derives(call.Method.DeclaringType, HttpSymbols.HttpMessageHandler);
}
