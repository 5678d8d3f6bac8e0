// composed
using Contoso.Http;

// A package arms all clients, the ones that nobody registers too.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient<Reef.CoralClient>();
builder.Services.AddContosoHttp();
var app = builder.Build();
app.MapGet("/coral", (Reef.CoralClient coral) => coral.AskAsync());
app.MapGet("/fish", (IHttpClientFactory clients) => clients.CreateClient("fish").GetStringAsync("https://fish.example"));
app.MapGet("/any", (IHttpClientFactory clients) => clients.CreateClient().GetStringAsync("https://any.example"));
app.Run();

namespace Reef
{
    public class CoralClient(HttpClient http)
    {
        public Task<string> AskAsync() => http.GetStringAsync("https://coral.example");
    }
}
