// composed
using Contoso.Web;
using Microsoft.AspNetCore.SignalR;

// Everything by a package, but for the backplane.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSignalR(); // finding SF1007 HIGH @high
var app = builder.Build();
app.MapContosoHub<ChamberHub>();
app.Run();

public class ChamberHub : Hub
{
    public async Task Speak(string words) => await Clients.All.SendAsync("spoken", words);
}
