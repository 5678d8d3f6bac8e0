namespace Storefront.Exports;

/// <summary>Feeds that the night's batch leaves on the file share.</summary>
public static class PartnerFeed
{
    public static string Read(int partner, IConfiguration configuration) =>
        File.ReadAllText(Path.Combine(configuration["Feeds"] ?? "/feeds", $"{partner}.csv"));

    public static async Task<string?> HeadAsync(int partner, IConfiguration configuration, CancellationToken cancel)
    {
        using var reader = new StreamReader(Path.Combine(configuration["Feeds"] ?? "/feeds", $"{partner}.csv"));
        return await reader.ReadLineAsync(cancel);
    }
}
