using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;

// A repository of the app's own: it says itself where it keeps the keys.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDataProtection();
builder.Services.Configure<KeyManagementOptions>(o => o.XmlRepository = new Vault());
builder.Services.AddAuthentication().AddCookie();
var app = builder.Build();
app.MapGet("/", () => "hello");
app.Run();

public class Vault : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [];

    public void StoreElement(XElement element, string friendlyName)
    {
    }
}
