// composed
using System.Xml.Linq;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection.Repositories;

// A repository in the container, which the framework does not ask: it takes the one of its options.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<IXmlRepository, TableRepository>();
builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(); // finding SF1008 HIGH @low
var app = builder.Build();
app.UseAuthentication();
app.MapGet("/me", (HttpContext context) => context.User.Identity?.Name);
app.Run();

public class TableRepository : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [];

    public void StoreElement(XElement element, string friendlyName)
    {
    }
}
