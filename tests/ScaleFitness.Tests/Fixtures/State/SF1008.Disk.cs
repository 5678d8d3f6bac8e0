using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.DataProtection;

// The keys are persisted: to a folder of the container.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDataProtection() // finding SF1008 HIGH @high
    .SetApplicationName("portal")
    .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(builder.Environment.ContentRootPath, "keys")));
builder.Services.AddAuthentication().AddOAuth("forge", o => o.ClientId = "portal");
var app = builder.Build();
app.UseAuthentication();
app.MapGet("/", () => "hello");
app.Run();
