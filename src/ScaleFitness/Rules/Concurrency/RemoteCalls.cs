using ScaleFitness.Model.Effects;
using ScaleFitness.Model.Loops;

namespace ScaleFitness.Rules.Concurrency;

/// <summary>Calls out that cost a neighbour something each time.</summary>
internal static class RemoteCalls
{
    /// <summary>The call to a neighbour, a broker, a mail server or an object store that a repeated call makes, or null.</summary>
    public static EffectSite? Of(RepeatedCall repeated) => repeated.Effects.FirstOrDefault(e => IsRemote(e.Effect.Kind));

    /// <summary>What is done with what the effect's word names.</summary>
    public static string Verb(EffectSite site) => site.Effect.Kind is EffectKind.Mail or EffectKind.Broker ? "sends" : "makes";

    /// <summary>Databases have rules of their own; a push to the own clients is no remote call.</summary>
    public static bool IsRemote(EffectKind kind) => kind is EffectKind.Http or EffectKind.Rpc or EffectKind.Broker or EffectKind.Mail or EffectKind.Storage;
}
