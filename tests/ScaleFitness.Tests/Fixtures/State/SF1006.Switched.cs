// composed
// Session is set up where a setting asks for it, and none does.
var builder = WebApplication.CreateBuilder(args);
if (builder.Configuration.GetValue<bool>("Wizard:Enabled"))
{
    builder.Services.AddDistributedMemoryCache();
    builder.Services.AddSession();
}

var app = builder.Build();
if (builder.Configuration.GetValue<bool>("Wizard:Enabled"))
    app.UseSession();
app.MapGet("/", () => "hello");
app.Run();
