using Microsoft.Extensions.Configuration;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.SingleInstance;

namespace ScaleFitness.Hosting.Reading;

/// <summary>Reads the configuration as it came out of all its sources: of each setting the key, and whether it leads to the machine itself.</summary>
internal static class SettingReader
{
    public static IReadOnlyList<ComposedSetting> Read(IServiceProvider provider) => provider.GetService(typeof(IConfiguration)) is IConfiguration configuration
        ? [.. configuration.AsEnumerable().Where(s => s.Value is not null).OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => new ComposedSetting(s.Key, LocalAddress.IsAny(s.Value)))]
        : [];
}
