namespace ScaleFitness.Json;

/// <summary>Finds what somebody probably meant to write.</summary>
internal static class NearestWord
{
    /// <summary>The valid word with the fewest edits (insert, delete, replace, swap of neighbours), case aside; the first of equals; null for none.</summary>
    public static string? To(string word, IEnumerable<string> valid) =>
        valid.OrderBy(v => Distance(word.ToUpperInvariant(), v.ToUpperInvariant()))
            .ThenBy(v => v, StringComparer.Ordinal)
            .FirstOrDefault();

    internal static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                var best = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                rows[i, j] = swapped ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
            }
        }

        return rows[a.Length, b.Length];
    }
}
