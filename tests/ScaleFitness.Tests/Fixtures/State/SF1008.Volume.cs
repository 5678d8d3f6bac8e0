using Microsoft.AspNetCore.DataProtection;

// The folder is what the deployment says: most likely a volume, and nobody can tell from here.
var builder = WebApplication.CreateBuilder(args);
var folder = builder.Configuration["Keys:Folder"] ?? throw new InvalidOperationException("Keys:Folder");
builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(folder)); // finding SF1008 LOW @high
builder.Services.AddAuthentication().AddCookie();
var app = builder.Build();
app.UseAuthentication();
app.MapGet("/", () => "hello");
app.Run();
