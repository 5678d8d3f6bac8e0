using ScaleFitness.Baselines;
using ScaleFitness.Tests.Samples;

namespace ScaleFitness.Tests.Baselines;

public sealed class SuppressionScopeTests
{
    [Theory]
    [InlineData("M:Shop.Orders.List", "M:Shop.Orders.List", true)]
    [InlineData("M:Shop.Orders.List", "M:Shop.Orders.List(System.Int32)", false)]
    [InlineData("M:Shop.Orders.List", "M:Shop.Orders.ListAll", false)]
    [InlineData("T:Shop.Orders", "T:Shop.Orders", true)]
    [InlineData("T:Shop.Orders", "M:Shop.Orders.List(System.Int32)", true)]
    [InlineData("T:Shop.Orders", "F:Shop.Orders.Line._cache", true)]
    [InlineData("T:Shop.Orders", "T:Shop.OrdersArchive", false)]
    [InlineData("T:Shop.Orders", "M:Shop.OrdersArchive.List", false)]
    [InlineData("T:Shop.Orders", "M:Shop.Orders`1.List", false)]
    [InlineData("T:Shop.Orders`1", "M:Shop.Orders`1.List(`0)", true)]
    [InlineData("T:Shop.Orders", "M:Shop.Other.Do(Shop.Orders)", false)]
    [InlineData("P:Shop.Orders.All", "M:Shop.Orders.get_All", true)]
    [InlineData("P:Shop.Orders.All", "M:Shop.Orders.set_All(System.Int32)", true)]
    [InlineData("P:Shop.Orders.Item(System.Int32)", "M:Shop.Orders.get_Item(System.Int32)", true)]
    [InlineData("P:Shop.Orders.All", "M:Shop.Orders.get_AllOld", false)]
    [InlineData("E:Shop.Orders.Sold", "M:Shop.Orders.add_Sold(System.Action)", true)]
    [InlineData("A:Shop", "M:Shop.Orders.List", true)]
    [InlineData("A:Shop.Api", "M:Shop.Orders.List", false)]
    [InlineData("", "M:Shop.Orders.List", false)]
    [InlineData("N:Shop", "M:Shop.Orders.List", false)]
    public void A_scope_covers_its_members(string scope, string member, bool covered) =>
        Assert.Equal(covered, SuppressionScope.Covers(Sample.Suppression("SF2001", scope), Sample.Finding(Sample.UnboundedQuery, member), "Shop"));

    [Fact]
    public void A_finding_that_names_its_assembly_is_believed()
    {
        var finding = Sample.Finding(Sample.UnboundedQuery);
        finding = finding with { Where = finding.Where with { Assembly = "Shop.Api" } };
        Assert.True(SuppressionScope.Covers(Sample.Suppression("SF2001", "A:Shop.Api"), finding, "Shop"));
        Assert.False(SuppressionScope.Covers(Sample.Suppression("SF2001", "A:Shop"), finding, "Shop"));
    }

    [Theory]
    [InlineData("SF2001", true)]
    [InlineData("SF2001:unbounded query", true)]
    [InlineData("SF2002", false)]
    public void A_rule_may_carry_its_name(string rule, bool covered) =>
        Assert.Equal(covered, SuppressionScope.Covers(Sample.Suppression(rule, "T:Shop.Orders"), Sample.Finding(Sample.UnboundedQuery), null));
}
