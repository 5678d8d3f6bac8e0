using System.Collections.Concurrent;

var app = WebApplication.CreateBuilder(args).Build();
app.MapPut("/rates/{currency}", (string currency, decimal rate) => Rates.Set(currency, rate));
app.MapPost("/rates/reset", () => Rates.Reset());
app.Run();

public static class Rates
{
    private static ConcurrentDictionary<string, decimal> _known = new();

    public static void Set(string currency, decimal rate) => _known[currency] = rate;

    public static void Reset() => _known = new();
}
