using System.Security.Claims;
using Browser;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

// Everything here runs on the visitor's machine: nobody else waits for a slow neighbour.
var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.Services.AddHttpClient<Timetable>(client => client.BaseAddress = new Uri("https://trains.example"));
builder.Services.AddScoped<AuthenticationStateProvider, Passenger>();
await builder.Build().RunAsync();

namespace Browser
{
    public class Timetable(HttpClient client)
    {
        public Task<string> DeparturesAsync(string station) => client.GetStringAsync("departures/" + station);
    }

    public class Passenger(Timetable timetable) : AuthenticationStateProvider
    {
        public override async Task<AuthenticationState> GetAuthenticationStateAsync()
        {
            var name = await timetable.DeparturesAsync("home");
            return new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)])));
        }
    }
}
