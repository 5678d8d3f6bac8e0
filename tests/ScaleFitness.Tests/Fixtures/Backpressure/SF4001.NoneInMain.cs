using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Theatre;

public class Program
{
    public static async Task Main(string[] args)
    {
        var host = CreateHostBuilder(args).Build(); // finding SF4001 HIGH: the entry point's first statement
        await host.RunAsync();
    }

    public static IHostBuilder CreateHostBuilder(string[] args) =>
        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>());
}

public class Startup
{
    public void ConfigureServices(IServiceCollection services) => services.AddRazorPages().Services.AddControllers();

    public void Configure(IApplicationBuilder app)
    {
        app.UseRouting();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapRazorPages();
            endpoints.MapControllers();
        });
    }
}

public class ProgrammeModel : PageModel
{
    public string[] Plays { get; private set; } = [];

    public void OnGet() => Plays = ["Hamlet"];
}

[Route("tickets")]
public class TicketsController : Controller
{
    [HttpPost]
    public IActionResult Buy(int play) => Json(play);
}
