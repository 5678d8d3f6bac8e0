using ScaleFitness.Code.Values;
using ScaleFitness.Model.Effects;

namespace ScaleFitness.Model.Blocking;

/// <summary>A synchronous call that waits for something outside the process.</summary>
/// <param name="Call">The call.</param>
/// <param name="Kind">What it waits for.</param>
public sealed record BlockingCall(Call Call, EffectKind Kind)
{
    /// <summary>What the thread waits for, in words.</summary>
    public string Word => Kind switch
    {
        EffectKind.Database => "the database",
        EffectKind.Http => "an HTTP answer",
        EffectKind.Rpc => "a remote call",
        EffectKind.Broker => "a broker",
        EffectKind.Mail => "a mail server",
        EffectKind.Cache => "the distributed cache",
        EffectKind.Storage => "the object store",
        EffectKind.File => "a file",
        EffectKind.Process => "another process",
        _ => "the clock",
    };
}
