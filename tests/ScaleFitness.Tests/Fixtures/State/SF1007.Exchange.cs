// composed
using Contoso.Web;
using Microsoft.AspNetCore.SignalR;

// A package maps the hub, and the backplane hangs on a setting that nobody sets.
var builder = WebApplication.CreateBuilder(args);
var signalR = builder.Services.AddSignalR(); // finding SF1007 HIGH @low
if (builder.Configuration["Redis"] is { } redis)
    signalR.AddStackExchangeRedis(redis);
var app = builder.Build();
app.MapContosoHub<ExchangeHub>();
app.Run();

public class ExchangeHub : Hub
{
    public async Task Bid(decimal amount) => await Clients.Others.SendAsync("bid", amount);
}
