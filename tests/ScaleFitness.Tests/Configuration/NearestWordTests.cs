using FsCheck;
using FsCheck.Fluent;
using ScaleFitness.Json;

namespace ScaleFitness.Tests.Configuration;

public sealed class NearestWordTests
{
    [Theory]
    [InlineData("SF0201", "SF2001")]
    [InlineData("sf2002", "SF2002")]
    [InlineData("", "off")]
    public void The_nearest_word_is_named(string word, string nearest) =>
        Assert.Equal(nearest, NearestWord.To(word, ["SF2002", "SF2001", "SF9999", "off"]));

    [Fact]
    public void Of_equals_the_first_in_order_is_named() => Assert.Equal("a1", NearestWord.To("a", ["a2", "a1"]));

    [Fact]
    public void Where_nothing_is_valid_nothing_is_near() => Assert.Null(NearestWord.To("a", []));

    [Fact]
    public void Distance_is_symmetric_and_zero_for_equals_alone() =>
        Prop.ForAll<string, string>((a, b) =>
        {
            var (x, y) = (a ?? "", b ?? "");
            Assert.Equal(NearestWord.Distance(x, y), NearestWord.Distance(y, x));
            Assert.Equal(x == y, NearestWord.Distance(x, y) == 0);
            Assert.True(NearestWord.Distance(x, y) <= Math.Max(x.Length, y.Length));
        }).QuickCheckThrowOnFailure();
}
