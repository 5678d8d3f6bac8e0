namespace ScaleFitness.Model.Effects;

/// <summary>Every library method that is known to reach beyond the process.</summary>
public static class EffectTable
{
    private static readonly IReadOnlyList<EffectRow> All = [.. DatabaseEffects.Rows, .. NetworkEffects.Rows, .. MachineEffects.Rows];

    private static readonly ILookup<string, EffectRow> ByType = All.ToLookup(r => r.Type, StringComparer.Ordinal);

    /// <summary>All rows.</summary>
    public static IReadOnlyList<EffectRow> Rows => All;

    /// <summary>The rows of a type, without those of its bases.</summary>
    internal static IEnumerable<EffectRow> Of(string type) => ByType[type];

    /// <summary>Whether some row speaks of a method of that name: a gate that costs no look at types.</summary>
    internal static bool MayName(string method)
    {
        foreach (var row in All)
            if (row.Names(method))
                return true;
        return false;
    }
}
