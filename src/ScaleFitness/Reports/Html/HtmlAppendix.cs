using ScaleFitness.Reports.Content;

namespace ScaleFitness.Reports.Html;

/// <summary>What was accepted, what did not apply, and what was not looked at.</summary>
internal static class HtmlAppendix
{
    public static Markup Of(Overview overview) => Markup.Of($"""
        <section id="accepted"><h2>7. Accepted exceptions, and what was not looked at</h2>
        {(overview.Accepted.Count == 0 ? Markup.Of($"<p>No exception is accepted.</p>") : Accepted(overview))}
        {HtmlSections.List("Rules that could not be checked", overview.NotChecked, v => Markup.Of($"<b>{v.Rule.TestName}</b>: <span class=\"long\">{v.Problem}</span>"))}
        {HtmlSections.List("Rules that did not apply", overview.NotApplicable, v => Markup.Of($"<b>{v.Rule.TestName}</b>: {v.NotApplicable}"))}
        {HtmlSections.List("Methods not analysed", overview.Input.NotAnalysed, n => Markup.Of($"<code>{n.Method}</code>: {n.Reason}"))}
        {HtmlSections.List("References not resolved", overview.Input.Unresolved, u => Markup.Of($"<code>{u}</code>"))}
        {HtmlSections.List("Notes", overview.Input.Notes, n => Markup.Of($"{n}"))}
        </section>

        """);

    private static Markup Accepted(Overview overview) => Markup.Of($"""
        <table><tr><th scope="col">rule</th><th scope="col">where</th><th scope="col">reason</th><th scope="col">owner</th><th scope="col">accepted</th></tr>
        {Markup.Each(overview.Accepted, a => Markup.Of($"<tr><td>{a.Accepted.Finding.Rule.TestName}</td><td>{HtmlFinding.PlaceOf(a.Accepted.Finding.Where)}</td><td>{a.Reason}</td><td>{a.Owner}</td><td>{a.Age}</td></tr>\n"))}
        </table>
        """);
}
