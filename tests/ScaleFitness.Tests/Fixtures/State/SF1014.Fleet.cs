// A repository with an app below samples/, charts, meshes and stacks of several clouds beside it.
var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/", () => "fleet");
app.Run();
