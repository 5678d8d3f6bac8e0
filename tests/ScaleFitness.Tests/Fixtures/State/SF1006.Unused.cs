// Session is in the pipeline and no code of the app touches it: a package may. Still in memory, less sure.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddRazorPages();
builder.Services.AddSession(); // finding SF1006 BLOCKER @medium
var app = builder.Build();
app.UseSession();
app.MapRazorPages();
app.MapGet("/", () => "hello");
app.Run();
