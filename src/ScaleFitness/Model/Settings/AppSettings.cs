using ScaleFitness.Code.Metadata;
using ScaleFitness.Model.Sources;

namespace ScaleFitness.Model.Settings;

/// <summary>
/// The app's <c>appsettings*.json</c>, merged for Production as the host does: a value of
/// <c>appsettings.Production.json</c> stands in place of the base file's. Settings of other environments are read, not merged.
/// </summary>
public sealed class AppSettings
{
    private readonly ILookup<string, Setting> _byKey;

    internal AppSettings(IReadOnlyList<SettingsFile> files)
    {
        Files = files;
        InProduction =
        [
            .. files.Where(f => f.IsForProduction).GroupBy(f => f.Assembly, StringComparer.Ordinal)
                .SelectMany(host => host.OrderBy(f => f.Environment.Length == 0 ? 0 : 1).SelectMany(f => f.Settings).GroupBy(s => s.Key, StringComparer.OrdinalIgnoreCase).Select(g => g.Last())),
        ];
        _byKey = InProduction.ToLookup(s => s.Key, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Every file that was found, by host and name.</summary>
    public IReadOnlyList<SettingsFile> Files { get; }

    /// <summary>What is in force in Production, host by host, in the order of the files.</summary>
    public IReadOnlyList<Setting> InProduction { get; }

    /// <summary>The values of a key in Production: several where several hosts are analysed.</summary>
    public IEnumerable<Setting> Find(string key) => _byKey[key];

    /// <summary>Reads the settings of the app's hosts. What cannot be read is a file with a problem.</summary>
    /// <param name="program">The app.</param>
    /// <param name="assemblies">Paths of its assemblies.</param>
    /// <param name="sources">Where its sources are.</param>
    internal static AppSettings Read(CompiledProgram program, IReadOnlyList<string> assemblies, SourceTree sources)
    {
        var reader = new SettingsReader(sources);
        return new([.. SettingsFolders.Find(program, assemblies, sources).SelectMany(host => host.Files().Select(f => (File: f, host.Assembly))).DistinctBy(f => f.File).Select(f => reader.Read(f.File, f.Assembly))]);
    }
}
