using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;

namespace ScaleFitness.Tests.Projections;

/// <summary>Figures worked out by hand.</summary>
public class DataAndStateProjectionTests
{
    private static readonly ScaleContext Context = new() { Instances = 4, Rows = new Dictionary<string, long> { ["Order"] = 8_000 }, Declared = new HashSet<string> { "instances", "rows" } };

    [Fact]
    public void A_whole_table_grows_with_the_data()
    {
        var projection = RowsPerRequest.Project(Context, "Order", isFiltered: false);
        Assert.Equal(("8,000", "80,000", "800,000"), (projection.At1, projection.At10, projection.At100));
        Assert.Equal(["8,000 rows of Order today (context.rows)"], projection.Assumptions);
    }

    [Fact]
    public void A_broad_filter_lets_a_quarter_through_and_says_so()
    {
        // No rows are declared for it: 10,000 by default, a quarter of them 2,500.
        var projection = RowsPerRequest.Project(Context, "Customer", isFiltered: true);
        Assert.Equal(("2,500", "25,000", "250,000"), (projection.At1, projection.At10, projection.At100));
        Assert.Equal(["10,000 rows of Customer today (default; say better in context.rows)", "the filter lets a quarter of the table through"], projection.Assumptions);
    }

    [Theory]
    [InlineData(0.9, 1, 0.9)]
    [InlineData(0.9, 4, 0.225)]
    [InlineData(0.5, 10, 0.05)]
    public void A_local_hit_rate_is_shared_out(double onOne, int instances, double rate) => Assert.Equal(rate, LocalHitRate.Rate(onOne, instances), 6);

    [Fact]
    public void Hit_rates_are_those_of_the_declared_instances()
    {
        // 90%, 90/4 = 22.5%, 90/40 = 2.25%.
        var projection = LocalHitRate.Project(Context);
        Assert.Equal(("90%", "22.5%", "2.3%"), (projection.At1, projection.At10, projection.At100));
    }

    [Fact]
    public void The_last_page_costs_the_whole_table()
    {
        // 8,000 rows are 160 pages of 50: 160 × 50.
        var projection = SkippedRows.Project(Context, "Order");
        Assert.Equal(("8,000", "80,000", "800,000"), (projection.At1, projection.At10, projection.At100));
        Assert.Equal(["8,000 rows of Order today (context.rows)", "pages of 50 rows"], projection.Assumptions);
        Assert.Equal(500, SkippedRows.Read(10, 50));
    }

    [Fact]
    public void Joined_collections_multiply()
    {
        // 10², 100², 1,000²; three of them 10³.
        var projection = JoinedRows.Project(2);
        Assert.Equal(("100", "10,000", "1,000,000"), (projection.At1, projection.At10, projection.At100));
        Assert.Equal(["10 children in each of 2 collections today, and growing as the data does"], projection.Assumptions);
        Assert.Equal(1_000, JoinedRows.Rows(10, 3));
    }
}
