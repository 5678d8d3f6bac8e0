using Microsoft.AspNetCore.SignalR;

// The hub only answers who asks: nothing is lost today.
namespace Quotes;

public class Startup
{
    public void ConfigureServices(IServiceCollection services) => services.AddSignalR(); // finding SF1007 LOW @high

    public void Configure(IApplicationBuilder app)
    {
        app.UseRouting();
        app.UseEndpoints(endpoints => endpoints.MapHub<QuoteHub>("/quotes"));
    }
}

public class QuoteHub : Hub
{
    public Task Ask(string symbol) => Clients.Caller.SendAsync("quote", symbol.Length);

    public int Price(string symbol) => symbol.Length;
}

public static class Program
{
    public static void Main(string[] args) =>
        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();
}
