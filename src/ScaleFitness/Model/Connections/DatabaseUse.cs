using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Effects;
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
    private readonly Resilience _resilience;

    internal DatabaseUse(CodeModel code, CallIndex index, Dispatch dispatch, Texts texts, Provenance provenance, Reach reach, EffectReader effects, AppSettings settings, DatabaseConnections databases, ComposedHost? host)
    {
        var composed = new ComposedDatabases(code, index, host);
        _leaks = new(() => [.. new Leaks(code, index, dispatch).All]);
        _pools = new(() => [.. new PoolSettings(code, index, settings, databases, composed).All]);
        _resilience = new(code, index, effects, databases, settings, composed);
        _varying = new(() => [.. new VaryingStrings(code, index, texts, provenance, reach).All]);
    }

    /// <summary>Connections and contexts that are not given back.</summary>
    public IReadOnlyList<Leak> Leaks => _leaks.Value;

    /// <summary>What is set of pools toward databases over the network.</summary>
    public IReadOnlyList<PoolSetting> Pools => _pools.Value;

    /// <summary>Connection strings that vary with the request.</summary>
    public IReadOnlyList<VaryingString> Varying => _varying.Value;

    /// <summary>Set-ups of contexts for a database over the network with no strategy that tries again.</summary>
    public IReadOnlyList<DatabaseConnection> WithoutRetry => [.. _resilience.WithoutRetry()];

    /// <summary>Whether the context that a call sets up is, as the host was composed, on another kind of database.</summary>
    public bool IsOfAnotherDeployment(DatabaseConnection database) => _resilience.IsOfAnotherDeployment(database);

    /// <summary>Calls that switch a command's time-out off, each with whether the app is set up so rather than one command.</summary>
    public IReadOnlyList<(Call Call, bool IsSetUp)> WithoutTimeout => [.. _resilience.WithoutTimeout(), .. _resilience.ToldWithoutTimeout().Select(c => (c, true))];

    /// <summary>Connection strings with a time-out of zero for commands.</summary>
    public IReadOnlyList<Setting> SettingsWithoutTimeout => [.. _resilience.InSettings()];
}
