// composed
// The app lays a file of the deployment over its settings: what counts is what comes out.
var builder = WebApplication.CreateBuilder(args);
builder.Configuration.AddJsonFile("deployment.json");
var app = builder.Build();
app.MapGet("/stars", (IConfiguration configuration) => configuration["Region"]);
app.Run();
