using ScaleFitness.Baselines;
using ScaleFitness.Findings;
using ScaleFitness.Json;
using ScaleFitness.Tests.Samples;

namespace ScaleFitness.Tests.Baselines;

public sealed class VerifiedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_entry_is_read_with_its_place()
    {
        var entry = Assert.Single(Read("""
            {
              "accepted": [
                { "rule": "SF1001", "at": "F:Shop.PriceCache._prices#x~2", "because": "filled once", "until": "2027-03-01" },
              ],
            }
            """));

        Assert.Equal(new("SF1001", "F:Shop.PriceCache._prices#x~2", "filled once", new DateOnly(2027, 3, 1), new(3, 5)), entry);
    }

    [Fact]
    public void No_file_is_no_entry() => Assert.Empty(new VerifiedFile(_folder["none.json"], [], _ => true).Read());

    [Fact]
    public void Carriage_returns_and_a_byte_order_mark_say_nothing()
    {
        const string text = "{\n  \"accepted\": [\n    { \"rule\": \"SF1001\", \"at\": \"T:A\", \"because\": \"b\" }\n  ]\n}\n";
        Assert.Equal(Read(text), Read("\uFEFF" + text.ReplaceLineEndings("\r\n")));
    }

    [Fact]
    public void A_missing_reason_is_an_empty_one() => Assert.False(Assert.Single(Read(Of("""{ "rule": "SF1001", "at": "T:A" }"""))).HasReason);

    [Theory]
    [InlineData("""{ "rule": "SF101", "at": "T:A" }""", 18, "unknown rule \"SF101\"; did you mean \"SF1001\"?")]
    [InlineData("""{ "rule": "SF0001", "at": "T:A" }""", 18, "SF0001 cannot be accepted as an exception.")]
    [InlineData("""{ "rule": "SF0004", "at": "T:A" }""", 18, "SF0004 cannot be accepted as an exception.")]
    [InlineData("""{ "rule": "SF1001" }""", 8, "\"at\" is missing here.")]
    [InlineData("""{ "at": "T:A" }""", 8, "\"rule\" is missing here.")]
    [InlineData("""{ "rule": "SF1001", "at": "" }""", 34, "\"at\" must not be empty.")]
    [InlineData("""{ "rule": "SF1001", "at": "T:A", "becuase": "x" }""", 41, "did you mean \"because\"?")]
    [InlineData("""{ "rule": "SF1001", "at": "T:A", "because": null }""", 52, "\"because\" must be a text, and here is null.")]
    [InlineData("""{ "rule": "SF1001", "at": "T:A", "until": "1.3.2027" }""", 50, "\"until\" must be a date")]
    [InlineData("""{ "rule": "SF1001", "at": "T:A", "until": "2027-02-30" }""", 50, "\"until\" must be a date")]
    [InlineData("""{ "rule": "SF1001", "at": "T:A" }, { "rule": "SF1001", "at": "T:A", "because": "b" }""", 43, "is accepted here for the second time.")]
    [InlineData("""{ "rule": "SF1001", "at": "T:A" } // why""", 42, "this is not valid JSON")]
    [InlineData("<<<<<<< HEAD", 8, "this is not valid JSON")]
    public void What_is_wrong_is_said_with_its_place(string entry, int column, string problem)
    {
        var error = Assert.Throws<InvalidFileException>(() => Read(Of(entry)));
        Assert.Equal(new Position(2, column), error.At);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Contains("Nothing was overwritten", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "\"accepted\" is missing here.")]
    [InlineData("""{ "acepted": [] }""", "did you mean \"accepted\"?")]
    [InlineData("""{ "accepted": {} }""", "\"accepted\" must be an array")]
    [InlineData("", "this is not valid JSON")]
    public void The_file_has_one_key(string text, string problem) =>
        Assert.Contains(problem, Assert.Throws<InvalidFileException>(() => Read(text)).Message, StringComparison.Ordinal);

    private static string Of(string entry) => "{ \"accepted\": [\n       " + entry + "\n] }";

    private IReadOnlyList<AcceptedException> Read(string text) =>
        new VerifiedFile(_folder.Write("ScaleFitness.verified.json", text), ["SF1001", "SF2001", "SF0001", "SF0004"], KitRules.MayBeAccepted).Read();
}
