using ScaleFitness.Model.Effects;

namespace ScaleFitness.Model.Schedules;

/// <summary>Which effects are those of work that must be done once: a change of shared data, or something that somebody receives.</summary>
internal static class SharedEffects
{
    /// <summary>Reading only refreshes what the process knows; its disk and its own connections are the instance's.</summary>
    public static bool IsShared(EffectSite site) => site.Effect.Kind switch
    {
        EffectKind.Database or EffectKind.Storage or EffectKind.Cache or EffectKind.Rpc => site.Effect.IsWrite,
        EffectKind.Http => site.Effect.IsWrite && !site.Call.Method.Name.StartsWith("Get", StringComparison.Ordinal),
        EffectKind.Broker or EffectKind.Mail => true,
        _ => false,
    };
}
