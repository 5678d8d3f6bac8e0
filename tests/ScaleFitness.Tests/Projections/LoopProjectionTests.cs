using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;

namespace ScaleFitness.Tests.Projections;

/// <summary>Work per element, with figures worked out by hand.</summary>
public class LoopProjectionTests
{
    private static readonly ScaleContext Context = new()
    {
        Instances = 2,
        RequestsPerSecond = 100,
        Rows = new Dictionary<string, long> { ["Order"] = 499 },
        Declared = new HashSet<string> { "instances", "rows" },
    };

    [Fact]
    public void A_query_per_element_is_one_more_than_the_elements()
    {
        // 1 + 499 = 500 queries of 1 ms; 1 + 4,990 = 4,991; 1 + 49,900 = 49,901.
        var projection = QueriesPerRequest.Project(Context, "Order");
        Assert.Equal(("500 (500 ms)", "4,991 (5 s)", "49,901 (49.9 s)"), (projection.At1, projection.At10, projection.At100));
        // 50 requests a second × (1 + 499 g) × 1 ms = 100 connections: 1 + 499 g = 2,000, g = 4.006.
        Assert.Equal("at 4x today's rows of Order: requests hold all 100 connections of an instance", projection.BreaksAt!.Text);
        Assert.Equal(4.006, projection.BreaksAt.Factor, 3);
        Assert.Equal(["rows", "requestsPerSecond", "instances"], projection.BreaksAt.RestsOn);
        Assert.Equal(25, QueriesPerRequest.Connections(499, 50));
    }

    [Fact]
    public void Elements_of_no_known_table_are_an_assumption_that_raises_nothing()
    {
        var projection = QueriesPerRequest.Project(Context);
        Assert.Equal("101 (101 ms)", projection.At1);
        Assert.Contains("100 elements today (nothing says how many)", projection.Assumptions);
        Assert.Empty(projection.BreaksAt!.RestsOn);
    }

    [Fact]
    public void A_write_per_element_waits_for_the_log_each_time()
    {
        // 499 × 5 ms = 2.495 s; 50 × 2.495 = 124.75 connections, more than 100: 100 / 124.75 = 0.80.
        var projection = WritesPerRequest.Project(Context, "Order");
        Assert.Equal(("499 (2.5 s)", "4,990 (25 s)", "49,900 (4.2 min)"), (projection.At1, projection.At10, projection.At100));
        Assert.Equal("at today's rows of Order already: requests hold all 100 connections of an instance", projection.BreaksAt!.Text);
        Assert.Equal(0.802, projection.BreaksAt.Factor, 3);
        Assert.Equal(124.75, WritesPerRequest.Connections(499, 50), 6);
    }

    [Theory]
    [InlineData(100, 0.05, 1, 5)]
    [InlineData(100, 0.05, 10, 0.5)]
    public void A_fan_out_takes_elements_by_latency_over_degree(double elements, double latency, double degree, double seconds) =>
        Assert.Equal(seconds, FanOutTime.Seconds(elements, latency, degree), 9);

    [Fact]
    public void Calls_one_by_one_outlast_the_proxy()
    {
        // 499 × 50 ms = 24.95 s; 60 / 24.95 = 2.40.
        var projection = FanOutTime.Project(Context, "Order");
        Assert.Equal(("499 calls (25 s)", "4,990 calls (4.2 min)", "49,900 calls (41.6 min)"), (projection.At1, projection.At10, projection.At100));
        Assert.Equal("at 2.4x today's rows of Order: a request takes longer than the 60 s that a proxy waits", projection.BreaksAt!.Text);
        // Ten at a time: 2.495 s; 60 / 2.495 = 24.05.
        Assert.Equal(24.05, FanOutTime.Project(Context, "Order", degree: 10).BreaksAt!.Factor, 2);
    }

    [Fact]
    public void Calls_all_at_once_run_out_of_ports()
    {
        // 28,232 / 499 = 56.58.
        var projection = FanOutTime.ProjectAtOnce(Context, "Order");
        Assert.Equal(("499", "4,990", "49,900"), (projection.At1, projection.At10, projection.At100));
        Assert.Equal("at 56x today's rows of Order: one request wants more than the 28,232 ports toward one address", projection.BreaksAt!.Text);
        Assert.Equal(Resource.Ports, projection.Exhausts);
    }
}
