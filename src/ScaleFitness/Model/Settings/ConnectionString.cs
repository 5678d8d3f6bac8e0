using System.Data.Common;
using System.Globalization;

namespace ScaleFitness.Model.Settings;

/// <summary>A connection string of ADO.NET, read with the synonyms that the providers know.</summary>
public sealed class ConnectionString
{
    private static readonly string[] SourceKeys = ["host", "server", "datasource", "address", "addr", "networkaddress", "filename"];
    private static readonly string[] DatabaseKeys = ["database", "initialcatalog", "attachdbfilename"];
    private static readonly string[] PoolSizeKeys = ["maxpoolsize", "maximumpoolsize"];
    private static readonly string[] TimeoutKeys = ["commandtimeout", "defaultcommandtimeout"];

    private readonly Dictionary<string, string> _values;

    private ConnectionString(Dictionary<string, string> values) => _values = values;

    /// <summary>Where the database is: host, server or file; null where it does not say.</summary>
    public string? DataSource => First(SourceKeys);

    /// <summary>The database's name, or null.</summary>
    public string? Database => First(DatabaseKeys);

    /// <summary>Whether connections are pooled; null where it does not say, which is yes for every provider.</summary>
    public bool? Pooling => First(["pooling"])?.ToUpperInvariant() switch { "FALSE" or "NO" or "0" or "OFF" => false, null => null, _ => true };

    /// <summary>The most connections of the pool, or null.</summary>
    public int? MaxPoolSize => Number(PoolSizeKeys);

    /// <summary>Seconds until a command is given up; zero is never; null where it does not say.</summary>
    public int? CommandTimeout => Number(TimeoutKeys);

    /// <summary>A value by any spelling of its key, or null.</summary>
    public string? this[string key] => _values.GetValueOrDefault(Normal(key));

    /// <summary>Reads a text; null where it is no list of keys and values (a URL, Redis' form) or names no key that a database knows.</summary>
    public static ConnectionString? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Contains("://", StringComparison.Ordinal))
            return null;
        try
        {
            var builder = new DbConnectionStringBuilder { ConnectionString = text };
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (string key in builder.Keys)
                values[Normal(key)] = Convert.ToString(builder[key], CultureInfo.InvariantCulture) ?? "";
            var read = new ConnectionString(values);
            return read.DataSource is null && read.Database is null ? null : read;
        }
        catch (ArgumentException)
        {
            // Not of ADO.NET's form.
            return null;
        }
    }

    private static string Normal(string key) =>
        key.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();

    private string? First(IEnumerable<string> keys) => keys.Select(k => _values.GetValueOrDefault(k)).FirstOrDefault(v => !string.IsNullOrEmpty(v));

    private int? Number(IEnumerable<string> keys) =>
        int.TryParse(First(keys), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
