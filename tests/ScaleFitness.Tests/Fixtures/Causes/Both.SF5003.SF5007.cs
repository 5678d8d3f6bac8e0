using Microsoft.Extensions.Http.Resilience;
using Polly;

// A pipeline that only tries again lacks a time-out and a breaker.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient("parcels").AddResilienceHandler("again", p => p.AddRetry(new HttpRetryStrategyOptions()));
var app = builder.Build();
app.MapGet("/parcels", (IHttpClientFactory clients) => clients.CreateClient("parcels").GetStringAsync("https://parcels.example"));
app.Run();
