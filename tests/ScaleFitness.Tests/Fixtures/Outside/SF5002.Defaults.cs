using Payroll;

// Every client of the factory gets the handler; what does not come from the factory does not.
var builder = WebApplication.CreateBuilder(args);
builder.Services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler());
builder.Services.AddHttpClient<BankClient>();
builder.Services.AddHttpClient("tax-office");
builder.Services.AddHttpClient<ISalaryClient, SalaryClient>(c => c.BaseAddress = new Uri("https://salary.example"));

var app = builder.Build();
app.MapGet("/bank", (BankClient bank) => bank.BalanceAsync());
app.MapGet("/salary", (ISalaryClient salary) => salary.CurrentAsync());
app.MapGet("/tax", (IHttpClientFactory factory) => factory.CreateClient("tax-office").GetStringAsync("https://tax.example"));
app.MapGet("/any", (IHttpClientFactory factory) => factory.CreateClient().GetStringAsync("https://any.example"));
app.MapGet("/pension", () => Pension.AskAsync());
app.Run();

namespace Payroll
{
    public class BankClient(HttpClient http)
    {
        public Task<string> BalanceAsync() => http.GetStringAsync("https://bank.example");
    }

    public interface ISalaryClient
    {
        Task<string> CurrentAsync();
    }

    public class SalaryClient(HttpClient http) : ISalaryClient
    {
        public Task<string> CurrentAsync() => http.GetStringAsync("current");
    }

    public static class Pension
    {
        private static readonly Lazy<HttpClient> Http =
            new(() => new HttpClient { Timeout = TimeSpan.FromSeconds(5) }); // finding SF5002 MEDIUM: made by hand, with a time-out only

        public static Task<string> AskAsync() => Http.Value.GetStringAsync("https://pension.example");
    }
}
