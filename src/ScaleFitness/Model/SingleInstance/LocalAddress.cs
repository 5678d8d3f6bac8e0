using ScaleFitness.Model.Settings;

namespace ScaleFitness.Model.SingleInstance;

/// <summary>Tells addresses of the machine itself, in the forms that stores are addressed by.</summary>
internal static class LocalAddress
{
    private static readonly string[] StoreSchemes = ["mongodb", "mongodb+srv", "amqp", "amqps", "redis", "rediss", "postgres", "postgresql", "mysql", "nats", "kafka", "esdb", "sqlserver", "rabbitmq", "couchbase", "bolt", "neo4j"];

    private static readonly HashSet<string> Hosts = new(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "::1", "[::1]" };

    /// <summary>Whether an ADO.NET connection string leads to the machine itself.</summary>
    public static bool IsConnection(string? text) => ConnectionString.Parse(text)?.DataSource is { } source && IsServer(source);

    /// <summary>Whether a URL of a store does.</summary>
    public static bool IsStoreUrl(string? text) => SchemeOf(text) is { } scheme && StoreSchemes.Contains(scheme, StringComparer.OrdinalIgnoreCase) && IsUrl(text!);

    /// <summary>Whether a text is nothing but addresses, and the machine's own is among them: <c>localhost:6379,abortConnect=false</c>, <c>http://localhost:9200</c>, <c>localhost</c>.</summary>
    public static bool IsAddress(string? text) =>
        !string.IsNullOrWhiteSpace(text) && (SchemeOf(text) is not null ? IsUrl(text) : text.Split(',', ';').Any(part => IsHost(part.Trim())));

    /// <summary>Whether a text leads to the machine itself in any of these forms.</summary>
    public static bool IsAny(string? text) => IsConnection(text) || IsStoreUrl(text) || IsAddress(text);

    private static string? SchemeOf(string? text) =>
        text?.IndexOf("://", StringComparison.Ordinal) is > 0 and var end && text[..end].All(c => char.IsLetterOrDigit(c) || c is '+' or '-' or '.') ? text[..end] : null;

    private static bool IsUrl(string text)
    {
        var rest = text[(text.IndexOf("://", StringComparison.Ordinal) + 3)..];
        var authority = rest.Split('/', '?')[0];
        return authority[(authority.LastIndexOf('@') + 1)..].Split(',').Any(IsHost);
    }

    /// <summary>SQL Server names an instance or a port after the host, and a protocol before it.</summary>
    private static bool IsServer(string source)
    {
        var server = source.StartsWith("tcp:", StringComparison.OrdinalIgnoreCase) || source.StartsWith("np:", StringComparison.OrdinalIgnoreCase) ? source[(source.IndexOf(':') + 1)..] : source;
        return server.StartsWith("(localdb)", StringComparison.OrdinalIgnoreCase) || server.Split(',', '\\')[0].Trim() is var host && (host is "." or "(local)" || IsHost(host));
    }

    private static bool IsHost(string host)
    {
        if (Hosts.Contains(host))
            return true;
        var colon = host.LastIndexOf(':');
        return colon > 0 && host[(colon + 1)..].All(char.IsAsciiDigit) && Hosts.Contains(host[..colon]);
    }
}
