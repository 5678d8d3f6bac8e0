var app = WebApplication.CreateBuilder(args).Build();
app.MapGet("/", () => "no limiter at all is another rule's matter");
app.Run();
