using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;

namespace ScaleFitness.Tests.Projections;

/// <summary>Figures worked out by hand.</summary>
public class OutsideProjectionTests
{
    private static readonly ScaleContext Context = new() { RequestsPerSecond = 90, Instances = 3, Declared = new HashSet<string> { "instances" } };

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 60)]
    [InlineData(470.533333, 28_232)]
    public void A_closed_socket_waits_for_a_minute(double callsPerSecond, double sockets) =>
        Assert.Equal(sockets, SocketsInTimeWait.Sockets(callsPerSecond), 3);

    [Fact]
    public void Sockets_are_those_of_one_instance()
    {
        // 90 requests a second on 3 instances are 30 each: 30 × 60 s = 1,800; ports run out beyond 28,232.
        var projection = SocketsInTimeWait.Project(Context);
        Assert.Equal("1,800 of 28,232 ports", projection.At1);
        Assert.Equal("18,000 of 28,232 ports", projection.At10);
        Assert.Equal("180,000 of 28,232 ports: exhausted", projection.At100);
        // 28,232 / 1,800 = 15.68.
        Assert.Equal("at 15x today's load: all 28,232 ports toward the neighbour wait in TIME_WAIT", projection.BreaksAt!.Text);
        Assert.Equal(Resource.Ports, projection.Exhausts);
    }

    [Fact]
    public void A_hanging_neighbour_holds_requests_until_the_time_out()
    {
        // 30 a second × 100 s.
        Assert.Equal(3_000, WaitingForNeighbour.Held(30, 100));
        var projection = WaitingForNeighbour.Project(Context);
        Assert.Equal(("3,000", "30,000", "300,000"), (projection.At1, projection.At10, projection.At100));
        // 3,000 × 100 KB = 300 MB; 1 GB / 300 MB = 3.33.
        Assert.Equal("at 3.3x today's load: while the neighbour hangs, waiting requests fill the 1 GB of an instance", projection.BreaksAt!.Text);
    }

    [Fact]
    public void A_silent_neighbour_holds_all_that_come_where_nobody_gives_up()
    {
        // 30 a second × 600 s.
        Assert.Equal(18_000, WaitingWithoutEnd.Held(30, 600));
        var projection = WaitingWithoutEnd.Project(Context);
        Assert.Equal(("18,000", "180,000", "1,800,000"), (projection.At1, projection.At10, projection.At100));
        // 18,000 × 100 KB = 1.8 GB; 1 GB / 1.8 GB = 0.55.
        Assert.Equal("at today's load already: within 10 min waiting requests fill the 1 GB of an instance", projection.BreaksAt!.Text);
        Assert.Equal(Resource.Memory, projection.Exhausts);
    }

    [Theory]
    [InlineData(90, 90, 0)]
    [InlineData(50, 90, 0)]
    [InlineData(900, 90, 48_600)]
    public void What_exceeds_capacity_waits(double arrivals, double capacity, double waiting) =>
        Assert.Equal(waiting, WaitingRequests.Waiting(arrivals, capacity, WaitingRequests.BurstSeconds));

    [Fact]
    public void A_burst_is_of_the_declared_load()
    {
        // (900 − 90) × 60 = 48,600; (9,000 − 90) × 60 = 534,600.
        var projection = WaitingRequests.Project(Context);
        Assert.Equal(("0", "48,600", "534,600"), (projection.At1, projection.At10, projection.At100));
        // Each of 3 instances has room for 1 GB / 100 KB = 10,000 requests: (g − 1) × 30 × 60 = 10,000, g = 6.56.
        Assert.Equal("at 6.5x today's load: after a minute of it waiting requests fill the 1 GB of an instance", projection.BreaksAt!.Text);
    }

    [Fact]
    public void Assumptions_say_what_was_declared()
    {
        var assumptions = SocketsInTimeWait.Project(Context).Assumptions;
        Assert.Contains("90 requests a second today (default; say better in context.requestsPerSecond)", assumptions);
        Assert.Contains("3 instances (context.instances)", assumptions);
    }
}
