using Microsoft.EntityFrameworkCore;

// The older shape: Startup.Configure, through a helper, with a loop that waits for the database.
namespace Older;

public class Startup(IConfiguration configuration)
{
    public void ConfigureServices(IServiceCollection services) =>
        services.AddDbContext<OrderContext>(o => o.UseNpgsql(configuration["Orders:Database"]));

    public void Configure(IApplicationBuilder app)
    {
        Prepare(app.ApplicationServices);
        app.UseRouting();
        app.UseEndpoints(e => e.MapGet("/", () => "orders"));
    }

    private static void Prepare(IServiceProvider services)
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            using var scope = services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<OrderContext>().Database;
            if (db.CanConnect() && db.EnsureCreated()) // finding SF1013 MEDIUM @high
                return;
        }
    }
}

public class OrderContext(DbContextOptions<OrderContext> options) : DbContext(options);

public static class Program
{
    public static void Main(string[] args) =>
        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();
}
