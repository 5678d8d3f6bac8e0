using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace ScaleFitness.Reports.Html;

/// <summary>
/// A piece of HTML. It is made from interpolated strings alone: what stands in the code is markup, what is filled in is
/// text and escaped, unless it is markup itself. So nothing that comes from an app can become part of the page.
/// </summary>
internal sealed class Markup
{
    private readonly string _html;

    private Markup(string html) => _html = html;

    public static Markup None { get; } = new("");

    public static Markup Of(ref Handler html) => new(html.Text);

    /// <summary>Pieces in a row.</summary>
    public static Markup Each<T>(IEnumerable<T> items, Func<T, Markup> piece) => new(string.Concat(items.Select(i => piece(i)._html)));

    /// <summary>Pieces with a separator between them.</summary>
    public static Markup Join(string separator, IEnumerable<Markup> pieces) => new(string.Join(WebUtility.HtmlEncode(separator), pieces.Select(p => p._html)));

    /// <summary>The piece where there is something to say, else nothing.</summary>
    public static Markup When<T>(T? value, Func<T, Markup> piece)
        where T : class => value is null ? None : piece(value);

    public override string ToString() => _html;

    /// <summary>Fills in: see the class.</summary>
    [InterpolatedStringHandler]
    internal readonly ref struct Handler(int literalLength, int formattedCount)
    {
        private readonly StringBuilder _text = new(literalLength + (formattedCount * 16));

        public string Text => _text.ToString();

        public void AppendLiteral(string markup) => _text.Append(markup);

        public void AppendFormatted(string? text) => _text.Append(WebUtility.HtmlEncode(Printable(text)));

        // What no page may hold, not even escaped.
        private static string? Printable(string? text) =>
            text is null || !text.Any(IsOdd) ? text : string.Concat(text.Select(c => IsOdd(c) ? '\uFFFD' : c));

        private static bool IsOdd(char c) => (char.IsControl(c) && c is not ('\t' or '\n' or '\r')) || c is '\uFFFE' or '\uFFFF';

        public void AppendFormatted(int number) => _text.Append(number);

        public void AppendFormatted(Markup piece) => _text.Append(piece);
    }
}
