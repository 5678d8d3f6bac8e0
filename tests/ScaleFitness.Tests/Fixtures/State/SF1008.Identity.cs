using Microsoft.AspNetCore.Identity;

// Identity brings a cookie and tokens; the builder is handed on to a method of the app.
namespace Club;

public class Startup
{
    public void ConfigureServices(IServiceCollection services)
    {
        Secure(services.AddIdentity<Member, IdentityRole>(o => o.User.RequireUniqueEmail = true)); // finding SF1008 HIGH @high
        services.AddDistributedMemoryCache();
    }

    public void Configure(IApplicationBuilder app) => app.UseRouting().UseAuthentication().UseEndpoints(e => e.MapControllers());

    private static void Secure(IdentityBuilder identity) => identity.AddDefaultTokenProviders();
}

public class Member : IdentityUser
{
    public string Nickname { get; set; } = "";
}

public static class Program
{
    public static void Main(string[] args) =>
        Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(web => web.UseStartup<Startup>()).Build().Run();
}
