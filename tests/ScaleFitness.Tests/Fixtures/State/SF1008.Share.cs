using Microsoft.AspNetCore.DataProtection;

// A folder on a file server.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(@"\\files\keys\portal"));
builder.Services.AddAuthentication().AddCookie();
var app = builder.Build();
app.MapGet("/", () => "hello");
app.Run();
