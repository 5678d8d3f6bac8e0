using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;

namespace ScaleFitness.Tests.Projections;

/// <summary>Locks, scans, connections and threads, with figures worked out by hand.</summary>
public class WaitingProjectionTests
{
    private static readonly ScaleContext Context = new() { Instances = 2, RequestsPerSecond = 20, Rows = new Dictionary<string, long> { ["Order"] = 20_000 }, Declared = new HashSet<string> { "requestsPerSecond" } };

    [Theory]
    [InlineData(10, 0.05, 0.025)] // ρ = 0.5: 0.5 × 0.05 / (2 × 0.5)
    [InlineData(16, 0.05, 0.1)] // ρ = 0.8: 0.8 × 0.05 / (2 × 0.2)
    [InlineData(500, 0.001, 0.0005)] // ρ = 0.5: 0.5 × 0.001 / (2 × 0.5)
    [InlineData(20, 0.05, double.PositiveInfinity)]
    [InlineData(40, 0.05, double.PositiveInfinity)]
    public void Waiting_is_that_of_M_D_1(double arrivals, double seconds, double waiting) => Assert.Equal(waiting, SerialCeiling.Waiting(arrivals, seconds), 9);

    [Fact]
    public void A_lock_across_io_has_a_ceiling_of_twenty_a_second()
    {
        // 20 a second on 2 instances are 10 each: ρ = 10 × 0.05 = 0.5, waiting 25 ms; 100 and 1,000 are over 1 / 0.05 = 20.
        var projection = SerialCeiling.Project(Context, acrossIo: true);
        Assert.Equal("requests a second per instance through a lock that lets 20 through (and how long each waits)", projection.Quantity);
        Assert.Equal(("10 (25 ms)", "100 (over the ceiling)", "1,000 (over the ceiling)"), (projection.At1, projection.At10, projection.At100));
        Assert.Equal("at 2x today's load: the lock lets 20 requests a second through per instance, and the queue grows without end", projection.BreaksAt!.Text);
        Assert.Equal(["requestsPerSecond", "instances"], projection.BreaksAt.RestsOn);
        Assert.Equal(Resource.Time, projection.Exhausts);
    }

    [Fact]
    public void A_lock_in_memory_has_a_ceiling_of_a_thousand_a_second()
    {
        // ρ = 10 × 0.001 = 0.01: 0.01 × 0.001 / (2 × 0.99) = 5.05 µs; ρ = 0.1: 0.1 × 0.001 / 1.8 = 55.6 µs; at 1,000 a second ρ = 1.
        var projection = SerialCeiling.Project(Context, acrossIo: false);
        Assert.Equal(("10 (5.1 µs)", "100 (55.6 µs)", "1,000 (over the ceiling)"), (projection.At1, projection.At10, projection.At100));
        Assert.Equal(100, projection.BreaksAt!.Factor);
    }

    [Fact]
    public void A_lock_of_all_instances_has_one_ceiling_in_all()
    {
        // 20 a second × 0.05 s: ρ = 1 today.
        var projection = SerialCeiling.Project(Context, acrossIo: true, acrossInstances: true);
        Assert.Equal("20 (over the ceiling)", projection.At1);
        Assert.StartsWith("at today's load already: the lock lets 20 requests a second through in all", projection.BreaksAt!.Text, StringComparison.Ordinal);
        Assert.Equal(["requestsPerSecond"], projection.BreaksAt.RestsOn);
    }

    [Fact]
    public void A_scan_keeps_cores_busy()
    {
        // 20,000 rows take 0.02 s of a core; 20 a second keep 0.4 cores busy; 8 / 0.4 = 20.
        Assert.Equal(0.02, ScanTime.Seconds(20_000));
        var projection = ScanTime.Project(Context, "Order");
        Assert.Equal(("20,000 (0.4)", "200,000 (4)", "2,000,000 (40)"), (projection.At1, projection.At10, projection.At100));
        Assert.Equal("at 20x today's rows of Order: scans keep all 8 cores of the database busy", projection.BreaksAt!.Text);
        Assert.Equal(Resource.Database, projection.Exhausts);
    }

    [Fact]
    public void The_last_page_reads_the_whole_table()
    {
        var projection = OffsetRows.Project(Context, "Order");
        Assert.Equal(("20,000 (20 ms)", "200,000 (200 ms)", "2,000,000 (2 s)"), (projection.At1, projection.At10, projection.At100));
        Assert.Null(projection.BreaksAt);
    }

    [Fact]
    public void Connections_are_arrivals_by_the_time_they_are_held()
    {
        // 10 a second × 0.5 s = 5 of 100: 20 times.
        var projection = ConnectionsNeeded.Project(Context, 0.5);
        Assert.Equal(("5 of 100", "50 of 100", "500 of 100"), (projection.At1, projection.At10, projection.At100));
        Assert.Equal(20, projection.BreaksAt!.Factor);
        Assert.Contains("each holds a connection for 500 ms", projection.Assumptions);
        // A pool that settings limit to 4: 4 / 5 = 0.8.
        var limited = ConnectionsNeeded.Project(Context, 0.5, poolSize: 4);
        Assert.Equal("at today's load already: all 4 connections of an instance are in use, and requests wait for one", limited.BreaksAt!.Text);
        Assert.Contains("a pool of 4 connections per instance (as set)", limited.Assumptions);
    }

    [Fact]
    public void Blocked_threads_are_arrivals_by_the_time_they_block()
    {
        // 10 a second × 0.05 s = 0.5 threads of 4: 8 times.
        var projection = ThreadsBlocked.Project(Context);
        Assert.Equal(("0.5", "5", "50"), (projection.At1, projection.At10, projection.At100));
        Assert.Equal("at 8x today's load: more than the pool's 4 threads are blocked, and it adds one or two a second", projection.BreaksAt!.Text);
        Assert.Equal(Resource.Threads, projection.Exhausts);
    }

    [Theory]
    [InlineData(0.5, "at today's load already: it breaks")]
    [InlineData(1, "at today's load already: it breaks")]
    [InlineData(1.06, "at 1x today's load: it breaks")]
    [InlineData(4.29, "at 4.2x today's load: it breaks")]
    [InlineData(19.99, "at 19x today's load: it breaks")]
    [InlineData(1_000, "at 1,000x today's load: it breaks")]
    [InlineData(1_001, null)]
    [InlineData(double.PositiveInfinity, null)]
    [InlineData(double.NaN, null)]
    public void A_breaking_point_is_not_put_off_by_rounding(double factor, string? text) => Assert.Equal(text, BreakingPoint.At(factor, "load", "it breaks")?.Text);

    [Theory]
    [InlineData(0.0000051, "5.1 µs")]
    [InlineData(0.025, "25 ms")]
    [InlineData(119, "119 s")]
    [InlineData(3_600, "60 min")]
    [InlineData(72_000, "20 h")]
    public void Times_are_said_in_units_that_people_know(double seconds, string text) => Assert.Equal(text, Amount.Time(seconds));

    [Theory]
    [InlineData(999, "999 B")]
    [InlineData(1_500, "1.5 KB")]
    [InlineData(2_000_000, "2 MB")]
    [InlineData(160e9, "160 GB")]
    [InlineData(5e15, "5,000 TB")]
    public void So_are_sizes(double bytes, string text) => Assert.Equal(text, Amount.Bytes(bytes));
}
