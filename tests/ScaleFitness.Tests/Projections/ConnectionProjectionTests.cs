using ScaleFitness.Findings;
using ScaleFitness.Findings.Projections;

namespace ScaleFitness.Tests.Projections;

public sealed class ConnectionProjectionTests
{
    [Theory]
    // 100 requests a second, each for 50 ms: five at a time.
    [InlineData(100, 0.05, 5)]
    [InlineData(20, 0.5, 10)]
    [InlineData(0, 0.05, 0)]
    public void Connections_in_use_are_arrivals_times_holding_time(double rate, double seconds, double expected) =>
        Assert.Equal(expected, ConnectionsInUse.Connections(rate, seconds), 9);

    [Fact]
    public void A_pool_carries_as_many_times_the_load_as_it_has_connections_for()
    {
        // 400 a second on four instances are 100 on each, five connections at a time: twenty carry four times that.
        var context = new ScaleContext { RequestsPerSecond = 400, Instances = 4 };
        Assert.Equal(4, ConnectionsInUse.Headroom(20, context), 9);
        var projection = ConnectionsInUse.Project(context, 20);
        Assert.Equal(("5 of 20", "50 of 20: exhausted", "500 of 20: exhausted"), (projection.At1, projection.At10, projection.At100));
    }
}
