using ScaleFitness.Findings;
using ScaleFitness.Reports;
using ScaleFitness.Tests.Samples;

namespace ScaleFitness.Tests.Reports;

public sealed class SourceLinesTests
{
    [Theory]
    [InlineData("M:Shop.Orders.List", "Shop.Orders.List", "   at Shop.Orders.List() in /repo/src/Orders.cs:line 42")]
    [InlineData("M:Shop.Orders.List", "Shop.Orders.List(int)", "   at Shop.Orders.List(int) in /repo/src/Orders.cs:line 42")]
    [InlineData("F:Shop.Orders._all", "Shop.Orders._all", "   at Shop.Orders._all in /repo/src/Orders.cs:line 42")]
    public void A_frame_is_what_stack_traces_show(string member, string name, string frame) =>
        Assert.Equal(frame, SourceLines.Frame(Sample.Place(member) with { Name = name }));

    [Fact]
    public void Where_the_file_is_not_at_hand_its_relative_path_serves()
    {
        var place = Sample.Place("M:A.B");
        place = place with { Location = place.Location! with { FullPath = null } };
        Assert.Equal("   at A.B() in src/Orders.cs:line 42", SourceLines.Frame(place));
        Assert.Equal("   at A.B()", SourceLines.Frame(place with { Location = null }));
    }

    [Fact]
    public void A_diagnostic_is_one_line()
    {
        var finding = Sample.Finding(Sample.UnboundedQuery) with { Message = "two\r\nlines" };
        Assert.Equal("/repo/src/Orders.cs(42,9): error SF2001: two lines", SourceLines.Diagnostic(finding));
        Assert.Equal("A.B: error SF2001: two lines", SourceLines.Diagnostic(finding with { Where = new("M:A.B", "A.B", null) }));
    }
}
