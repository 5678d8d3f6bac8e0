// composed
using System.Threading.RateLimiting;
using Depot;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

// A Startup class, conventional routes, actions that controllers inherit.
public static class Program
{
    public static void Main(string[] args) =>
        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();
}

namespace Depot
{
    public class Startup
    {
        public void ConfigureServices(IServiceCollection services)
        {
            services.AddControllersWithViews();
            services.AddRateLimiter(o => o.AddPolicy("gate", context => RateLimitPartition.GetConcurrencyLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new() { PermitLimit = 2 })));
        }

        public void Configure(IApplicationBuilder app)
        {
            app.UseRouting();
            app.UseRateLimiter();
            app.Map("/side", side => side.UseRouting().UseEndpoints(e => e.MapGet("/door", () => "door"))); // finding SF4001 HIGH: in a branch
            app.UseEndpoints(endpoints =>
            {
                endpoints.MapControllerRoute("default", "{controller=Home}/{action=Index}/{id?}");
                endpoints.MapGet("/yard", Yard.Look).RequireRateLimiting("gate");
                endpoints.Map("/crane", Yard.Lift); // finding SF4001 HIGH: any verb
                endpoints.MapFallback(() => "lost"); // finding SF4001 HIGH
            });
        }
    }

    public static class Yard
    {
        public static string Look() => "yard";

        public static Task Lift(HttpContext context) => context.Response.WriteAsync("up");
    }

    public abstract class ListController<T> : Controller
    {
        public virtual string List() => typeof(T).Name; // finding SF4001 HIGH: of the crates; the pallets override it

        [EnableRateLimiting("gate")]
        public string One(int id) => typeof(T).Name + id;
    }

    public class CratesController : ListController<int>;

    public class PalletsController : ListController<string>
    {
        [EnableRateLimiting("gate")]
        public override string List() => "pallets";
    }

    [EnableRateLimiting("gate")]
    public class HomeController : Controller
    {
        public string Index() => "home";

        [NonAction]
        public string Helper() => "none";
    }
}
