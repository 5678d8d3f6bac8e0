using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

// The key ring in a table of the app's database.
namespace Table;

public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        services.AddDbContext<KeysContext>();
        services.AddDataProtection().PersistKeysToDbContext<KeysContext>();
        services.AddRazorPages();
        services.AddAuthentication().AddCookie().AddOAuth("forge", o => o.ClientId = "x");
    }

    public void Configure(IApplicationBuilder app) => app.UseRouting().UseAuthentication();
}

public class KeysContext(DbContextOptions<KeysContext> options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
}

public static class Program
{
    public static void Main(string[] args) =>
        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();
}
