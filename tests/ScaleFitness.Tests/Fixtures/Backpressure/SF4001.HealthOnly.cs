var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHealthChecks();
builder.Services.AddOpenApi();
var app = builder.Build();
app.MapHealthChecks("/live");
app.MapHealthChecks("/ready");
app.MapOpenApi();
app.MapStaticAssets();
app.Run();
