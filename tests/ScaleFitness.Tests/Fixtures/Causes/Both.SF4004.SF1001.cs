using System.Collections.Concurrent;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient("mail");
builder.Services.AddHostedService<Sender>();
var app = builder.Build();
app.MapPost("/mails/{to}", (string to) => Outgoing.Enqueue(to));
app.Run();

public static class Outgoing
{
    private static readonly ConcurrentQueue<string> _mails = new();

    public static void Enqueue(string to) => _mails.Enqueue(to);

    public static bool TryTake(out string? to) => _mails.TryDequeue(out to);
}

public class Sender(IHttpClientFactory http) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken token)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5));
        while (await timer.WaitForNextTickAsync(token))
            while (Outgoing.TryTake(out var to))
                await http.CreateClient("mail").PostAsJsonAsync("/send", to, token);
    }
}
