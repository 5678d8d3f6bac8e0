using Microsoft.AspNetCore.DataProtection;

// Three places protect something, and what they lack is one thing.
namespace Scattered;

public static class Program
{
    public static void Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args); // finding SF1008 HIGH @high
        builder.Services.AddDataProtection();
        builder.Services.AddScoped<Invitations>();
        builder.Services.AddScoped<Downloads>();
        var app = builder.Build();
        app.MapGet("/invite", (Invitations invitations) => invitations.Link(1));
        app.MapGet("/download", (Downloads downloads) => downloads.Link("a"));
        app.Run();
    }
}

public class Invitations(IDataProtectionProvider provider)
{
    public string Link(int id) => provider.CreateProtector("invitation").Protect(id.ToString());
}

public class Downloads
{
    private readonly IDataProtector _protector;

    public Downloads(IDataProtectionProvider provider) => _protector = provider.CreateProtector("download");

    public string Link(string file) => _protector.Protect(file);
}
