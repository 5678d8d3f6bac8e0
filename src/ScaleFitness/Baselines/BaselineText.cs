using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ScaleFitness.Baselines;

/// <summary>
/// Writes accepted exceptions: sorted, one a line, LF, so that files merge and differ only where exceptions do.
/// The layout is put together here because no serializer writes one object a line inside an indented array.
/// </summary>
internal static class BaselineText
{
    public static string Of(IEnumerable<AcceptedException> entries)
    {
        var lines = Sorted(entries).Select(Entry).ToList();
        return lines.Count == 0
            ? "{\n  \"accepted\": []\n}\n"
            : $"{{\n  \"accepted\": [\n    {string.Join(",\n    ", lines)}\n  ]\n}}\n";
    }

    /// <summary>The entries in the order and at the places that they have in the text.</summary>
    public static IReadOnlyList<AcceptedException> AsWritten(IEnumerable<AcceptedException> entries) =>
        Sorted(entries).Select((e, i) => e with { Line = new(3 + i, 5) }).ToList();

    /// <summary>One entry as it stands in the file, without indent and comma.</summary>
    public static string Entry(AcceptedException entry)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{{ \"rule\": {Quoted(entry.Rule)}, \"at\": {Quoted(entry.At)}, \"because\": {Quoted(entry.Because)}");
        if (entry.Until is { } until)
            text.Append(CultureInfo.InvariantCulture, $", \"until\": \"{until:yyyy-MM-dd}\"");
        return text.Append(" }").ToString();
    }

    private static IOrderedEnumerable<AcceptedException> Sorted(IEnumerable<AcceptedException> entries) =>
        entries.OrderBy(e => e.Rule, StringComparer.Ordinal).ThenBy(e => e.At, StringComparer.Ordinal);

    // Relaxed: the file is never part of a web page, and people read `List<Order>` better than escapes.
    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
