using Microsoft.AspNetCore.Mvc;

// Nobody registers a cache: MVC with views brings the one in memory. TempData goes to the session too.
namespace Wizard;

public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddControllersWithViews().AddSessionStateTempDataProvider();
        services.AddWizard();
    }

    public void Configure(IApplicationBuilder app)
    {
        app.UseRouting();
        app.UseSession();
        app.UseEndpoints(endpoints => endpoints.MapControllers());
    }
}

public static class WizardServices
{
    public static IServiceCollection AddWizard(this IServiceCollection services) =>
        services.AddSession(o => o.Cookie.Name = ".wizard"); // finding SF1006 BLOCKER @high
}

public class StepController : Controller
{
    public async Task<IActionResult> Next(int step)
    {
        await HttpContext.Session.LoadAsync();
        HttpContext.Session.SetInt32("step", step + 1);
        TempData["notice"] = "saved";
        return RedirectToAction(nameof(Show));
    }

    public IActionResult Show() => Json(HttpContext.Session.GetInt32("step"));
}

public static class Program
{
    public static void Main(string[] args) =>
        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();
}
