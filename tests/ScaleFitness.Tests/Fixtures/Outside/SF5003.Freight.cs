using Dapper;
using Freight;
using Grpc.Core;
using Grpc.Net.ClientFactory;
using Microsoft.EntityFrameworkCore;
using Npgsql;

// gRPC has no time-out of its own: a call without a deadline ends when the neighbour likes.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddGrpcClient<WagonClient>(o => o.Address = new Uri("https://wagons.example")).AddStandardResilienceHandler();
builder.Services.AddGrpcClient<SignalClient>(o => o.Address = new Uri("https://signals.example")); // finding SF5003 HIGH: no deadline
builder.Services.AddGrpcClient<CraneClient>(o => o.Address = new Uri("https://cranes.example")); // finding SF5003 HIGH: options without one
builder.Services.AddGrpcClient<DockClient>(o => o.Address = new Uri("https://docks.example"));
builder.Services.AddGrpcClient<TideClient>(o => o.Address = new Uri("https://tides.example")).EnableCallContextPropagation();
builder.Services.AddGrpcClient<FeedClient>(o => o.Address = new Uri("https://feed.example"));
builder.Services.AddDbContext<FreightContext>(o => o.UseNpgsql("Host=db", npgsql => npgsql.EnableRetryOnFailure().CommandTimeout(30)));
builder.Services.AddScoped<Yard>();
var app = builder.Build();
app.MapGet("/wagons", async (WagonClient wagons) => await wagons.CountAsync(new()));
app.MapGet("/signals", async (SignalClient signals, CancellationToken token) => await signals.CountAsync(new(), cancellationToken: token));
app.MapGet("/cranes", async (CraneClient cranes, CancellationToken token) => await cranes.CountAsync(new(), new CallOptions(cancellationToken: token)));
app.MapGet("/docks", (Yard yard) => yard.DocksAsync());
app.MapGet("/tides", async (TideClient tides) => await tides.CountAsync(new()));
app.MapGet("/feed", (FeedClient feed) => feed.Watch(new()).ReadAllAsync());
app.MapGet("/report", (Yard yard) => yard.Report());
app.MapGet("/total", (Yard yard) => yard.TotalAsync());
app.Run();

namespace Freight
{
    public class Ask;

    public class Count;

    public class FreightContext(DbContextOptions<FreightContext> options) : DbContext(options);

    // As the generator writes them.
    public class WagonClient(ChannelBase channel) : ClientBase(channel)
    {
        public virtual AsyncUnaryCall<Count> CountAsync(Ask request, Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default) => CountAsync(request, new CallOptions(headers, deadline, cancellationToken));

        public virtual AsyncUnaryCall<Count> CountAsync(Ask request, CallOptions options) => new();
    }

    public class SignalClient(ChannelBase channel) : WagonClient(channel);

    public class CraneClient(ChannelBase channel) : WagonClient(channel);

    public class DockClient(ChannelBase channel) : WagonClient(channel);

    public class TideClient(ChannelBase channel) : WagonClient(channel);

    public class FeedClient(ChannelBase channel) : ClientBase(channel)
    {
        public virtual AsyncServerStreamingCall<Count> Watch(Ask request, Metadata? headers = null, DateTime? deadline = null, CancellationToken cancellationToken = default) => new();
    }

    public class Yard(DockClient docks, FreightContext context)
    {
        public async Task<Count> DocksAsync()
        {
            await docks.CountAsync(new(), new CallOptions().WithDeadline(DateTime.UtcNow.AddSeconds(2)));
            return await docks.CountAsync(new(), deadline: DateTime.UtcNow.AddSeconds(2));
        }

        public int Report()
        {
            using var connection = new NpgsqlConnection("Host=db");
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM wagons";
            command.CommandTimeout = 0; // finding SF5003 HIGH
            return (int)(long)command.ExecuteScalar()!;
        }

        public async Task<int> TotalAsync()
        {
            context.Database.SetCommandTimeout(60);
            await using var connection = new NpgsqlConnection("Host=db");
            return await connection.ExecuteScalarAsync<int>("SELECT COUNT(*) FROM wagons");
        }
    }
}
