namespace ScaleFitness.Model.Sql;

/// <summary>
/// Cuts SQL of any dialect into tokens, in one pass. It never fails: what is no SQL becomes symbols, and a quote or
/// comment that nothing closes ends with the text.
/// </summary>
public static class SqlTokenizer
{
    /// <summary>Stands in a text for what only the running program knows.</summary>
    public const char Hole = '\uFFFC';

    /// <summary>The tokens of a text; comments are left out.</summary>
    public static IReadOnlyList<SqlToken> Read(string text)
    {
        var tokens = new List<SqlToken>();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            var c = text[at];
            var next = at + 1 < text.Length ? text[at + 1] : '\0';
            if (char.IsWhiteSpace(c))
                at++;
            else if (c == '-' && next == '-')
                at = LineEnd(text, at);
            else if (c == '/' && next == '*')
                at = CommentEnd(text, at);
            else if (c is 'e' or 'E' or 'n' or 'N' or 'x' or 'X' or 'b' or 'B' && next == '\'')
                tokens.Add(Quote(text, ref at, at + 1, '\'', SqlTokenKind.Text, c is 'e' or 'E'));
            else if (c == '\'')
                tokens.Add(Quote(text, ref at, at, '\'', SqlTokenKind.Text, false));
            else if (c is '"' or '`')
                tokens.Add(Quote(text, ref at, at, c, SqlTokenKind.Quoted, false));
            else if (c == '[' && IsWordStart(next) && !(start > 0 && IsWordPart(text[start - 1])))
                tokens.Add(Quote(text, ref at, at, ']', SqlTokenKind.Quoted, false));
            else if (c == '$' && DollarTag(text, at) is { } tag)
                tokens.Add(Dollar(text, ref at, tag));
            else if (ParameterEnd(text, at) is var end && end > at)
                tokens.Add(Token(SqlTokenKind.Parameter, text, start, at = end));
            else if (IsWordStart(c) || (c == '#' && IsWordStart(next)))
                tokens.Add(Word(text, ref at));
            else if (char.IsAsciiDigit(c))
                tokens.Add(Token(SqlTokenKind.Number, text, start, at = NumberEnd(text, at)));
            else
                tokens.Add(Token(SqlTokenKind.Symbol, text, start, at += IsPair(c, next) ? 2 : 1));
        }

        return tokens;
    }

    private static SqlToken Token(SqlTokenKind kind, string text, int start, int end) => new(kind, text[start..end]);

    private static int LineEnd(string text, int at) => text.IndexOf('\n', at) is var end && end < 0 ? text.Length : end + 1;

    /// <summary>Comments nest in PostgreSQL and SQL Server.</summary>
    private static int CommentEnd(string text, int at)
    {
        var depth = 0;
        for (; at + 1 < text.Length; at++)
            if (text[at] == '/' && text[at + 1] == '*')
            {
                depth++;
                at++;
            }
            else if (text[at] == '*' && text[at + 1] == '/')
            {
                at++;
                if (--depth == 0)
                    return at + 1;
            }

        return text.Length;
    }

    /// <summary>A quoted token; the closing mark doubled stands for itself.</summary>
    private static SqlToken Quote(string text, ref int at, int open, char close, SqlTokenKind kind, bool hasEscapes)
    {
        for (at = open + 1; at < text.Length; at++)
            if (hasEscapes && text[at] == '\\')
                at++;
            else if (text[at] == close && at + 1 < text.Length && text[at + 1] == close)
                at++;
            else if (text[at] == close)
                return new(kind, text[(open + 1)..at++]);
        at = text.Length;
        return new(kind, text[Math.Min(open + 1, text.Length)..]);
    }

    /// <summary>PostgreSQL's <c>$body$ … $body$</c>; null for <c>$1</c> and a lone sign.</summary>
    private static string? DollarTag(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && IsWordPart(text[end]) && text[end] != '$')
            end++;
        return end < text.Length && text[end] == '$' && !(end > at + 1 && char.IsAsciiDigit(text[at + 1])) ? text[at..(end + 1)] : null;
    }

    private static SqlToken Dollar(string text, ref int at, string tag)
    {
        var start = at + tag.Length;
        var end = text.IndexOf(tag, start, StringComparison.Ordinal);
        at = end < 0 ? text.Length : end + tag.Length;
        return new(SqlTokenKind.Text, text[start..(end < 0 ? text.Length : end)]);
    }

    /// <summary>Where a parameter ends that starts here; the same place where none does.</summary>
    private static int ParameterEnd(string text, int at)
    {
        var c = text[at];
        var start = at;
        if (c == '?')
            return at + 1;
        if (c == '{')
            return text.IndexOf('}', at, Math.Min(64, text.Length - at)) is var close && close > 0 ? close + 1 : at;
        if (c is not ('@' or ':' or '$'))
            return at;
        if (c == ':' && at > 0 && text[at - 1] == ':')
            return start;
        while (at < text.Length && text[at] == '@')
            at++;
        if (c != '@')
            at++;
        var name = at;
        while (at < text.Length && IsWordPart(text[at]))
            at++;
        return at > name ? at : start;
    }

    /// <summary>A hole belongs to a name that it begins or continues behind an underscore; one that is glued to a whole name is a piece of its own.</summary>
    private static SqlToken Word(string text, ref int at)
    {
        var start = at;
        var hasHole = false;
        for (; at < text.Length && (IsWordPart(text[at]) || at == start); at++)
            if (text[at] == Hole && at > start && text[at - 1] is not ('_' or Hole))
                break;
            else
                hasHole |= text[at] == Hole;
        return new(hasHole ? SqlTokenKind.Hole : SqlTokenKind.Word, text[start..at]);
    }

    private static int NumberEnd(string text, int at)
    {
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '.' || text[at] == Hole))
            at++;
        return at;
    }

    private static bool IsWordStart(char c) => char.IsLetter(c) || c is '_' or Hole;

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '$' or '#' or Hole;

    private static bool IsPair(char c, char next) => (c, next) is ('<', '>') or ('!', '=') or ('<', '=') or ('>', '=') or ('|', '|') or (':', ':') or ('-', '>') or ('&', '&') or ('=', '=') or ('@', '>') or ('<', '@');
}
