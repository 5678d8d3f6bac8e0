using ScaleFitness.Code.Calls;
using ScaleFitness.Code.Metadata;
using ScaleFitness.Code.Values;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Model.Services;
using ScaleFitness.Model.Settings;
using ScaleFitness.Model.Tracing;

namespace ScaleFitness.Model.Sharing;

/// <summary>Where the keys are kept that cookies and tokens are protected with, and what needs them.</summary>
public sealed class KeyRing
{
    private readonly ConfigurationReads _configuration;
    private readonly Provenance _provenance;

    internal KeyRing(CodeModel code, CallIndex index, SetupCalls setup, ServiceGraph services, ConfigurationReads configuration, Provenance provenance, IReadOnlyList<EntryPoint> entryPoints, ComposedSharing? host)
    {
        _configuration = configuration;
        _provenance = provenance;
        var persisting = setup.Find(n => n.StartsWith("PersistKeysTo", StringComparison.Ordinal), TakesBuilder);
        Ephemeral = setup.Find(n => n == "UseEphemeralDataProtectionProvider", TakesBuilder);
        OnDisk = [.. persisting.Where(c => c.Method.Name is "PersistKeysToFileSystem" or "PersistKeysToRegistry" && !IsNetworkPath(c))];
        var isSharedInCode = persisting.Count > OnDisk.Count
            || setup.Find(n => n == "set_XmlRepository", m => m.Is(SharingSymbols.KeyManagementOptions)).Count > 0
            || services.Registrations.Any(r => r.Service.Is(SharingSymbols.XmlRepository))
            || setup.Refers("DataProtection", SharedStores.IsNamedIn);
        IsShared = host?.Keys is { } keys ? keys is { IsEphemeral: false, Repository: { } repository } && (keys.IsNetworkFolder || repository.FullName is not (SharingSymbols.FileSystemRepository or SharingSymbols.RegistryRepository)) : isSharedInCode;
        IsInDoubt = !IsShared && isSharedInCode;
        Needs = new KeyNeeds(code, index, setup, entryPoints, host?.Schemes).Find();
        OwnKeys = setup.Find(n => n is "AddDeveloperSigningCredential" or "AddDevelopmentEncryptionCertificate" or "AddDevelopmentSigningCertificate" or "AddEphemeralEncryptionKey" or "AddEphemeralSigningKey" or "AddInMemoryPersistedGrants", IsOfTokenServer);
    }

    /// <summary>Whether all instances read the same keys.</summary>
    public bool IsShared { get; }

    /// <summary>Whether code keeps the keys where all reach them and the composed app does not: under other settings it may.</summary>
    public bool IsInDoubt { get; }

    /// <summary>Calls that keep the keys on the machine.</summary>
    public IReadOnlyList<Call> OnDisk { get; }

    /// <summary>Calls that keep the keys in memory.</summary>
    public IReadOnlyList<Call> Ephemeral { get; }

    /// <summary>What is protected with the keys, in words, with the call that asks for it; the plainest need first.</summary>
    public IReadOnlyList<KeyNeed> Needs { get; }

    /// <summary>Calls that give a token server keys or grants which each instance makes for itself.</summary>
    public IReadOnlyList<Call> OwnKeys { get; }

    /// <summary>Whether the folder of the keys is what the deployment says: it may be a shared volume.</summary>
    public bool IsConfigured(Call persisting) => FoldersOf(persisting).Any(f => _configuration.Of(f).Any(t => t.Key is not null) || _provenance.Of(f).Any(_configuration.IsConfigured));

    private bool IsNetworkPath(Call persisting) => FoldersOf(persisting).SelectMany(_configuration.Of).Any(t => t.Text?.StartsWith(@"\\", StringComparison.Ordinal) == true);

    /// <summary>The paths behind <c>new DirectoryInfo(path)</c>, combined ones taken apart.</summary>
    private IEnumerable<Value> FoldersOf(Call persisting) =>
        persisting.Arguments.Skip(1).SelectMany(a => _provenance.Of(a, c => c.Method.Is(SharingSymbols.DirectoryInfo) && c.Arguments.Count > 0 ? c.Arguments[0] : null))
            .SelectMany(o => o is CallValue { Call: { Method.Name: "Combine" or "Join" or "GetFullPath" } combined } ? combined.Arguments.SelectMany(ValueWalk.Origins).SelectMany(a => a is ArrayValue array ? array.Elements : [a]) : [o]);

    private static bool TakesBuilder(MethodRef method) => method is { HasThis: false, Parameters: [{ FullName: SharingSymbols.DataProtectionBuilder }, ..] };

    private static bool IsOfTokenServer(MethodRef method) =>
        method.DeclaringType.FullName is var type && (type.Contains("IdentityServer", StringComparison.Ordinal) || type.Contains("OpenIddict", StringComparison.Ordinal));
}

/// <summary>Something that is protected with Data Protection's keys.</summary>
/// <param name="What">What, in words: <c>the sign-in cookie</c>.</param>
/// <param name="Call">The call that asks for it; null where a library does, as the composed app says.</param>
public sealed record KeyNeed(string What, Call? Call);
