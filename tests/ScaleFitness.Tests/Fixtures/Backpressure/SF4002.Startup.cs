using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

// Not composed, a Startup class: the order of the pipeline is one method's.
public static class Program
{
    public static void Main(string[] args) =>
        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();
}

public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddControllers();
        services.AddRateLimiter(o => o.AddConcurrencyLimiter("desk", c => c.PermitLimit = 2));
    }

    public void Configure(IApplicationBuilder app)
    {
        app.UseRateLimiter(); // finding SF4002 BLOCKER @medium
        app.UseRouting();
        app.UseEndpoints(endpoints => endpoints.MapControllers());
    }
}

[Route("guests"), EnableRateLimiting("desk")]
public class GuestsController : ControllerBase
{
    [HttpGet]
    public string All() => "all";

    [HttpPost, EnableRateLimiting("dask")]
    public string Add() => "added"; // finding SF4002 BLOCKER @medium: no such policy
}
