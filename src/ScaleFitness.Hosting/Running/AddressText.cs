using System.Globalization;
using System.Net;

namespace ScaleFitness.Hosting.Running;

/// <summary>Reads how the runtime's events write an address: a host's name, or <c>InterNetwork:16:{…}</c> with the bytes of a socket address.</summary>
internal static class AddressText
{
    public static string Of(string? text)
    {
        if (text is null || text.IndexOf('{') is not (> 0 and var start) || !text.EndsWith('}'))
            return text ?? "an address";
        var bytes = text[(start + 1)..^1].Split(',').Select(b => byte.TryParse(b, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : (byte)0).ToArray();
        // The bytes begin after the family: port in network order, then the address.
        return text.StartsWith("InterNetworkV6", StringComparison.Ordinal) && bytes.Length >= 22 ? $"{Text(new IPAddress(bytes.AsSpan(6, 16)))}:{Port(bytes)}"
            : text.StartsWith("InterNetwork", StringComparison.Ordinal) && bytes.Length >= 6 ? $"{new IPAddress(bytes.AsSpan(2, 4))}:{Port(bytes)}"
            : text[..start].TrimEnd(':');
    }

    private static string Text(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString() : $"[{address}]";

    private static int Port(byte[] bytes) => (bytes[0] << 8) | bytes[1];
}
