using ScaleFitness.Baselines;
using ScaleFitness.Findings;
using ScaleFitness.Tests.Samples;

namespace ScaleFitness.Tests.Baselines;

public sealed class AcceptanceTests
{
    private static readonly Finding _finding = Sample.Finding(Sample.UnboundedQuery, "M:Shop.Orders.List", subject: "Order");

    [Fact]
    public void Subject_and_ordinal_tell_findings_of_one_member_apart()
    {
        var second = _finding with { Ordinal = 2 };
        var other = _finding with { Subject = "Customer" };
        var comparison = Compare([_finding, second, other], Entry("M:Shop.Orders.List#Order~2"));

        Assert.Equal([second], comparison.Accepted.Select(a => a.Finding));
        Assert.Equal([_finding, other], comparison.Open);
    }

    [Fact]
    public void A_line_number_is_no_part_of_what_is_accepted()
    {
        var moved = _finding with { Where = Sample.Place("M:Shop.Orders.List", 4711) };
        Assert.Empty(Compare([moved], Entry("M:Shop.Orders.List#Order")).Open);
    }

    [Fact]
    public void The_same_place_under_another_rule_is_not_accepted() =>
        Assert.Single(Compare([Sample.Finding(Sample.StaticCache)], Entry("M:Shop.Orders.List")).Open);

    [Fact]
    public void An_entry_without_a_finding_is_stale_when_its_rule_was_checked()
    {
        Assert.Single(Compare([], Entry("M:Shop.Gone")).Stale);
        var unchecked_ = new Acceptance([Entry("M:Shop.Gone")], [], null).Compare([], [], _ => false);
        Assert.Empty(unchecked_.Stale);
        Assert.Single(unchecked_.Kept);
    }

    [Fact]
    public void A_finding_that_is_left_out_keeps_its_entry()
    {
        var comparison = new Acceptance([Entry("M:Shop.Orders.List#Order")], [], null).Compare([], [_finding], _ => true);
        Assert.Empty(comparison.Stale);
        Assert.Empty(comparison.Accepted);
    }

    [Fact]
    public void An_attribute_accepts_and_an_unused_one_is_told()
    {
        var used = Sample.Suppression("SF2001", "T:Shop.Orders");
        var unused = Sample.Suppression("SF2001", "T:Shop.Gone");
        var comparison = new Acceptance([], [used, unused], null).Compare([_finding], [], _ => true);

        var accepted = Assert.Single(comparison.Accepted);
        Assert.True(accepted.InSource);
        Assert.Equal("measured", accepted.Reason);
        Assert.Equal([unused], comparison.Unused);
    }

    private static AcceptedException Entry(string at) => new("SF2001", at, "because");

    private static Comparison Compare(Finding[] findings, params AcceptedException[] entries) =>
        new Acceptance(entries, [], null).Compare(findings, [], _ => true);
}
