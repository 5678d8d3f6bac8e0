using Microsoft.AspNetCore.SignalR;

// Bids are shown to everybody who watches: to everybody on the same instance.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSignalR(o => o.EnableDetailedErrors = true).AddMessagePackProtocol(); // finding SF1007 HIGH @high
builder.Services.AddHostedService<Auction.Closing>();
var app = builder.Build();
app.MapHub<Auction.BidHub>("/bids");
app.Run();

namespace Auction
{
    public class BidHub : Hub
    {
        public Task Watch(int lot) => Groups.AddToGroupAsync(Context.ConnectionId, $"lot-{lot}");

        public async Task Bid(int lot, decimal amount) =>
            await Clients.Group($"lot-{lot}").SendAsync("bid", amount);
    }

    public class Closing(IHubContext<BidHub> hub) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMinutes(1), stoppingToken);
                await hub.Clients.All.SendAsync("tick", stoppingToken);
            }
        }
    }
}
