using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;

namespace ScaleFitness.Tests.Projections;

/// <summary>Figures worked out by hand.</summary>
public class DataAndStateProjectionTests
{
    private static readonly ScaleContext Context = new() { Instances = 4, Rows = new Dictionary<string, long> { ["Order"] = 8_000 }, Declared = new HashSet<string> { "instances", "rows" } };

    [Fact]
    public void A_whole_table_grows_with_the_data_and_its_memory_with_the_square()
    {
        // 100 requests a second on 4 instances are 25 each. 8,000 rows take 8,000 / 100,000 = 0.08 s, so that 25 × 0.08 = 2
        // requests hold 8 MB each: 16 MB. Ten times the rows: 80 MB × 20 = 1.6 GB; a hundred times: 800 MB × 200 = 160 GB.
        var projection = RowsPerRequest.Project(Context, "Order", isFiltered: false);
        Assert.Equal(("8,000 (16 MB)", "80,000 (1.6 GB)", "800,000 (160 GB)"), (projection.At1, projection.At10, projection.At100));
        Assert.Equal(
            [
                "8,000 rows of Order today (context.rows)",
                "100 requests a second today (default; say better in context.requestsPerSecond)",
                "4 instances (context.instances)",
                "every request takes this path once",
                "1 KB a row, 100,000 rows a second read into objects by one request",
                "1 GB of memory per instance",
            ],
            projection.Assumptions);
        // 16 MB × g² = 1 GB: g² = 62.5, g = 7.9.
        Assert.Equal("at 7.9x today's rows of Order: rows in flight fill the 1 GB of an instance", projection.BreaksAt!.Text);
        Assert.Equal(7.906, projection.BreaksAt.Factor, 3);
        Assert.Equal(["rows", "requestsPerSecond", "instances"], projection.BreaksAt.RestsOn);
        Assert.Equal(Resource.Memory, projection.Exhausts);
    }

    [Fact]
    public void A_broad_filter_lets_a_quarter_through_and_says_so()
    {
        // No rows are declared for it: 10,000 by default, a quarter of them 2,500. One request in 0.025 s; 25 × 0.025 < 1: one is in flight, 2.5 MB.
        // 25,000 rows take 0.25 s: 25 MB × 6.25 = 156.25 MB. 250,000: 250 MB × 62.5 = 15.6 GB.
        var projection = RowsPerRequest.Project(Context, "Customer", isFiltered: true);
        Assert.Equal(("2,500 (2.5 MB)", "25,000 (156.3 MB)", "250,000 (15.6 GB)"), (projection.At1, projection.At10, projection.At100));
        Assert.Equal(["10,000 rows of Customer today (default; say better in context.rows)", "the filter lets a quarter of the table through"], projection.Assumptions.Take(2));
    }

    [Fact]
    public void While_one_request_is_in_flight_memory_grows_with_the_rows_alone()
    {
        // 1,000 rows of 1 KB are 1 MB; one request in a thousand seconds, each of 10 s when the memory is full: 1 GB / 1 MB = 1,000.
        Assert.Equal(1_000, RowsPerRequest.Factor(1_000, 0.001));
        Assert.Null(RowsPerRequest.Project(Context with { Rows = new Dictionary<string, long> { ["*"] = 0 } }, "Order", isFiltered: false).BreaksAt);
    }

    [Fact]
    public void In_the_background_one_run_holds_its_rows()
    {
        // 8,000 rows of 1 KB are 8 MB; 1 GB / 8 MB = 125.
        var projection = RowsPerRequest.Project(Context, "Order", isFiltered: false, inBackground: true);
        Assert.Equal(("8,000 (8 MB)", "80,000 (80 MB)", "800,000 (800 MB)"), (projection.At1, projection.At10, projection.At100));
        Assert.Equal(125, projection.BreaksAt!.Factor);
        Assert.Empty(projection.BreaksAt.RestsOn);
        Assert.DoesNotContain(projection.Assumptions, a => a.Contains("requests a second", StringComparison.Ordinal));
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
        Assert.Equal("at the second instance: what one instance wrote the others do not see", projection.BreaksAt!.Text);
        Assert.Empty(projection.BreaksAt.RestsOn);
    }

    [Fact]
    public void Requests_that_come_to_another_instance_miss_its_session()
    {
        // (1−1)/1, (4−1)/4 = 75%, (40−1)/40 = 97.5%; at two instances half of them.
        var projection = FailedShare.Project(Context, "their session");
        Assert.Equal(("0%", "75%", "97.5%"), (projection.At1, projection.At10, projection.At100));
        Assert.Equal("at the second instance: 50% of requests miss their session", projection.BreaksAt!.Text);
    }

    [Fact]
    public void Every_instance_does_the_work()
    {
        var projection = CopiesOfWork.Project(Context);
        Assert.Equal(("1", "4", "40"), (projection.At1, projection.At10, projection.At100));
        Assert.Equal(Resource.Correctness, projection.Exhausts);
    }

    [Fact]
    public void One_instance_for_good_breaks_nothing_that_takes_two()
    {
        var one = Context with { Instances = 1 };
        Assert.All([LocalHitRate.Project(one), FailedShare.Project(one), CopiesOfWork.Project(one)], p => Assert.Null(p.BreaksAt));
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

    [Fact]
    public void A_limit_that_each_instance_counts_is_granted_once_by_each()
    {
        // A limit of 1,000 on 4 instances: 4,000; on 40: 40,000.
        var projection = LimitTimesInstances.Project(Context, 1_000, "policy \"api\"");
        Assert.Equal(("1,000", "4,000", "40,000"), (projection.At1, projection.At10, projection.At100));
        Assert.Equal(["a limit of 1,000 (policy \"api\")", "the load balancer spreads each caller's requests over all instances", "4 instances (context.instances)"], projection.Assumptions);
        Assert.Equal(1, projection.BreaksAt!.Factor);
        Assert.Equal("100", LimitTimesInstances.Project(Context, null, "").At1);
        Assert.Null(LimitTimesInstances.Project(Context with { Instances = 1 }, 10, "").BreaksAt);
    }
}
