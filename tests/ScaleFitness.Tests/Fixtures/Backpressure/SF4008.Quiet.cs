var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "waits for nothing");
app.Run();
