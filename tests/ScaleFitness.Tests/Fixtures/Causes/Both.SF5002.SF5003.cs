// Nothing around the client, and its time-out is never: what is missing is the whole.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient("parcels", c => c.Timeout = Timeout.InfiniteTimeSpan);
var app = builder.Build();
app.MapGet("/parcels", (IHttpClientFactory clients) => clients.CreateClient("parcels").GetStringAsync("https://parcels.example"));
app.Run();
