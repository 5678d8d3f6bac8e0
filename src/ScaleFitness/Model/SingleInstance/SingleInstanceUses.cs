using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Conditions;
using ScaleFitness.Model.Deployment;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Settings;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.SingleInstance;

/// <summary>What holds only while there is one instance; each part is read when asked for.</summary>
public sealed class SingleInstanceUses
{
    private readonly Lazy<LocalStores> _stores;
    private readonly Lazy<InstanceNames> _names;
    private readonly Lazy<StartUpMigrations> _migrations;
    private readonly Lazy<IReadOnlyList<Call>> _named;

    internal SingleInstanceUses(CodeModel code, CallIndex index, CallSites sites, Reach reach, Guards guards, Texts texts, AppSettings settings, DatabaseConnections databases, ConfigurationReads reads, DeploymentFiles deployment, ComposedHost? host)
    {
        _stores = new(() => new(code, index, settings, databases, reads, guards, deployment, host?.Settings ?? []));
        _names = new(() => new(code, index, sites, texts));
        _migrations = new(() => new(code, index, sites, reach, guards, databases));
        _named = new(() =>
        [
            .. index.Mentioning(n => n is "Mutex" or "Semaphore" or "EventWaitHandle" or "OpenExisting")
                .SelectMany(f => code.BodyOf(f).Calls).Where(c => IsNamed(c) && !guards.IsDevelopmentOnly(c)),
        ]);
    }

    /// <summary>Stores on the machine itself.</summary>
    public LocalStores Stores => _stores.Value;

    /// <summary>Data looked up by the machine's name.</summary>
    public InstanceNames Names => _names.Value;

    /// <summary>Migrations at start-up.</summary>
    public StartUpMigrations Migrations => _migrations.Value;

    /// <summary>Locks that a name makes the machine's: they keep no other machine out.</summary>
    public IReadOnlyList<Call> NamedLocks => _named.Value;

    private static bool IsNamed(Call call)
    {
        if (call.Method.DeclaringType.FullName is not (SingleInstanceSymbols.Mutex or SingleInstanceSymbols.Semaphore or SingleInstanceSymbols.EventWaitHandle))
            return false;
        var position = call.Method.Parameters.Select(p => p.FullName).ToList().IndexOf("System.String");
        return position >= 0 && (call.IsConstruction || call.Method.Name == "OpenExisting") && !ValueWalk.Origins(call.Arguments[position]).All(o => o is ConstantValue { Constant: null or "" });
    }
}
