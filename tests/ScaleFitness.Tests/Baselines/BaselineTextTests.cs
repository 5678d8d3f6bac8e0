using FsCheck;
using FsCheck.Fluent;
using ScaleFitness.Baselines;
using ScaleFitness.Tests.Samples;

namespace ScaleFitness.Tests.Baselines;

public sealed class BaselineTextTests
{
    [Fact]
    public void It_is_what_the_contract_shows() =>
        Assert.Equal(
            """
            {
              "accepted": [
                { "rule": "SF1001", "at": "F:Shop.PriceCache._prices", "because": "filled once at start-up, read-only after", "until": "2027-03-01" },
                { "rule": "SF2001", "at": "M:Shop.Orders.List(System.Collections.Generic.List{System.Int32})#Order~2", "because": "" }
              ]
            }

            """.ReplaceLineEndings("\n"),
            BaselineText.Of(
            [
                new("SF2001", "M:Shop.Orders.List(System.Collections.Generic.List{System.Int32})#Order~2", ""),
                new("SF1001", "F:Shop.PriceCache._prices", "filled once at start-up, read-only after", new(2027, 3, 1)),
            ]));

    [Fact]
    public void Nothing_accepted_is_a_file_too() => Assert.Equal("{\n  \"accepted\": []\n}\n", BaselineText.Of([]));

    [Theory]
    [MemberData(nameof(Under.Cultures), MemberType = typeof(Under))]
    public void Culture_changes_nothing(string culture)
    {
        AcceptedException[] entries = [new("SF1001", "T:i", "ı"), new("SF1001", "T:I", "I", new(2027, 3, 1)), new("SF1001", "T:é", "ß"), new("SF1001", "T:Z", "")];
        Assert.Equal(Under.Culture("en-US", () => BaselineText.Of(entries)), Under.Culture(culture, () => BaselineText.Of(entries)));
    }

    [Fact]
    public void What_is_written_reads_as_the_same_entries_whatever_their_order() =>
        Prop.ForAll(Entries().ToArbitrary(), entries =>
        {
            using var folder = new TemporaryFolder();
            var text = BaselineText.Of(entries);
            var read = new VerifiedFile(folder.Write("a.json", text), ["SF1001", "SF2001"], _ => true).Read();

            Assert.Equal(entries.Select(e => (e.Key, e.Because, e.Until)).ToHashSet(), read.Select(e => (e.Key, e.Because, e.Until)).ToHashSet());
            Assert.Equal(text, BaselineText.Of(entries.Reverse()));
            Assert.Equal(text, BaselineText.Of(read));
            Assert.Equal(BaselineText.AsWritten(entries), read);
            Assert.DoesNotContain('\r', text);
            Assert.Equal(entries.Length, text.Split('\n').Count(line => line.StartsWith("    { \"rule\": ", StringComparison.Ordinal)));
        }).QuickCheckThrowOnFailure();

    private static Gen<AcceptedException[]> Entries()
    {
        var text = Gen.Elements("a", "\"", "\\", "é", "\u2028", "\t", "\r\n", "<", "`1", "~2", "#", "{}", "😀", "ı", " ")
            .ArrayOf().Select(parts => "x" + string.Concat(parts));
        var entry =
            from rule in Gen.Elements("SF1001", "SF2001")
            from at in text
            from because in text
            from days in Gen.Choose(0, 3_000_000)
            select new AcceptedException(rule, at, because, days % 3 == 0 ? DateOnly.FromDayNumber(days) : null);
        return entry.ArrayOf().Select(all => all.DistinctBy(e => e.Key).ToArray());
    }
}
