namespace ScaleFitness.Model.Deployment;

/// <summary>
/// Reads the part of YAML that people write by hand for deployments: block mappings and lists by indentation, mappings
/// of one line, plain and quoted scalars, comments, documents, block scalars (left out). What a template puts in is no value. Enough to ask
/// for a few known keys; a full parser would be one more package to fight the app's own over versions.
/// </summary>
internal static class YamlLines
{
    public static IReadOnlyList<YamlEntry> Read(IReadOnlyList<string> lines)
    {
        var entries = new List<YamlEntry>();
        var open = new List<(int Indent, string Key, int Block)>();
        var blocks = 0;
        var scalar = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var text = WithoutComment(lines[i]);
            var indent = text.Length - text.TrimStart(' ').Length;
            if (scalar >= 0 && (text.Trim().Length == 0 || indent > scalar))
                continue;
            scalar = -1;
            var rest = text.Trim();
            if (rest.Length == 0 || rest.StartsWith("{{", StringComparison.Ordinal))
                continue;
            if (rest is "---" or "..." || rest.StartsWith("--- ", StringComparison.Ordinal))
            {
                open.Clear();
                blocks++;
                continue;
            }

            // An item's dash indents what follows it; each begins a mapping of its own.
            while (rest.StartsWith("- ", StringComparison.Ordinal) || rest == "-")
            {
                // A list may stand below its key without being indented.
                Close(open, indent, isItem: true);
                var after = rest[1..].TrimStart();
                blocks++;
                open.Add((indent, "", blocks));
                indent += rest.Length - after.Length;
                rest = after;
            }

            if (rest.Length == 0)
                continue;
            Close(open, indent);
            var keys = open.Select(o => o.Key).Where(k => k.Length > 0).ToList();
            var block = open.Count > 0 ? open[^1].Block : blocks;
            if (Split(rest) is not var (key, value))
            {
                // Items that are no mappings belong together.
                entries.Add(new([.. keys, ""], Unquoted(rest), i + 1, indent + 1, open.LastOrDefault(o => o.Key.Length > 0).Block));
                continue;
            }

            if (value.Length == 0)
                open.Add((indent, key, ++blocks));
            else if (value[0] is '|' or '>')
                scalar = indent;
            else if (value[0] == '{' && value[^1] == '}' && !value.StartsWith("{{", StringComparison.Ordinal))
                entries.AddRange(Pairs(value[1..^1]).Select(p => new YamlEntry([.. keys, key, p.Key], p.Value, i + 1, indent + 1, blocks + 1)));
            else if (!value.Contains("{{", StringComparison.Ordinal))
                entries.Add(new([.. keys, key], Unquoted(value), i + 1, indent + 1, block));
        }

        return entries;
    }

    private static void Close(List<(int Indent, string Key, int Block)> open, int indent, bool isItem = false)
    {
        while (open.Count > 0 && (open[^1].Indent > indent || open[^1].Indent == indent && !(isItem && open[^1].Key.Length > 0)))
            open.RemoveAt(open.Count - 1);
    }

    /// <summary>A hash begins a comment at the line's start or after a space, outside quotes.</summary>
    private static string WithoutComment(string line)
    {
        var quote = '\0';
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (quote != '\0')
                quote = c == quote ? '\0' : quote;
            else if (c is '"' or '\'' && (i == 0 || line[i - 1] is ' ' or ':' or '[' or '{' or ',' or '\t'))
                quote = c;
            else if (c == '#' && (i == 0 || line[i - 1] is ' ' or '\t'))
                return line[..i];
        }

        return line;
    }

    /// <summary>Key and value, or null where the text is no pair.</summary>
    private static (string Key, string Value)? Split(string text)
    {
        var start = 0;
        if (text[0] is '"' or '\'')
        {
            var end = text.IndexOf(text[0], 1);
            if (end < 0)
                return null;
            start = end + 1;
        }

        for (var i = text.IndexOf(':', start); i >= 0; i = text.IndexOf(':', i + 1))
            if (i == text.Length - 1 || text[i + 1] == ' ')
                return (Unquoted(text[..i].Trim()), text[(i + 1)..].Trim());
        return null;
    }

    /// <summary>The pairs of a mapping that is written on one line; one inside another is left out.</summary>
    private static IEnumerable<(string Key, string Value)> Pairs(string inner) =>
        inner.Contains('{', StringComparison.Ordinal) || inner.Contains('[', StringComparison.Ordinal)
            ? []
            : inner.Split(',').Select(p => p.Trim()).Where(p => p.Length > 0).Select(Split).OfType<(string Key, string Value)>().Select(p => (p.Key, Unquoted(p.Value)));

    private static string Unquoted(string text) =>
        text.Length >= 2 && text[0] is '"' or '\'' && text[^1] == text[0] ? text[1..^1] : text;
}
