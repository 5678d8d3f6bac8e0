// composed
using Contoso.Web;
using Microsoft.AspNetCore.SignalR;

// The company's package passes messages on between instances.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSignalR();
builder.Services.AddContosoRealtime();
var app = builder.Build();
app.MapHub<TradingHub>("/trading");
app.Run();

public class TradingHub : Hub
{
    public Task Tell(string quote) => Clients.All.SendAsync("quote", quote);
}
