using Microsoft.AspNetCore.Mvc;

// All actions check the token, by a filter that a method of the app's adds.
namespace Filtered;

public class Startup
{
    public void ConfigureServices(IServiceCollection services) => Mvc(services);

    public void Configure(IApplicationBuilder app) => app.UseRouting().UseEndpoints(e => e.MapDefaultControllerRoute());

    private static void Mvc(IServiceCollection services)
    {
        services.AddMvc(options => options.Filters.Add<AutoValidateAntiforgeryTokenAttribute>()); // finding SF1008 HIGH @high
    }
}

public class OrderController : Controller
{
    [HttpPost]
    public IActionResult Place(string product) => Ok(product);
}

public static class Program
{
    public static void Main(string[] args) =>
        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();
}
