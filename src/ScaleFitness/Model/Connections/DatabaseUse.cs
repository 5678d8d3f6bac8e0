using ScaleFitness.Code.Calls;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Settings;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Connections;

/// <summary>How the app treats its connections to databases.</summary>
public sealed class DatabaseUse
{
    private readonly Lazy<IReadOnlyList<Leak>> _leaks;
    private readonly Lazy<IReadOnlyList<PoolSetting>> _pools;
    private readonly Lazy<IReadOnlyList<VaryingString>> _varying;

    internal DatabaseUse(CodeModel code, CallIndex index, Texts texts, Provenance provenance, Reach reach, AppSettings settings, DatabaseConnections databases)
    {
        _leaks = new(() => [.. new Leaks(code, index).All]);
        _pools = new(() => [.. new PoolSettings(code, index, settings, databases).All]);
        _varying = new(() => [.. new VaryingStrings(code, index, texts, provenance, reach).All]);
    }

    /// <summary>Connections and contexts that are not given back.</summary>
    public IReadOnlyList<Leak> Leaks => _leaks.Value;

    /// <summary>What is set of pools toward databases over the network.</summary>
    public IReadOnlyList<PoolSetting> Pools => _pools.Value;

    /// <summary>Connection strings that vary with the request.</summary>
    public IReadOnlyList<VaryingString> Varying => _varying.Value;
}
