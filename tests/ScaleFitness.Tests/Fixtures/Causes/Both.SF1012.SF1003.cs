using System.Collections.Concurrent;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient("mail"); builder.Services.AddSingleton<Outgoing>();
builder.Services.AddHostedService<Sender>();
var app = builder.Build();
app.MapPost("/mails/{to}", (string to, Outgoing outgoing) => outgoing.Enqueue(to));
app.Run();

public class Outgoing
{
    private readonly ConcurrentQueue<string> _mails = new();

    public void Enqueue(string to) => _mails.Enqueue(to);

    public bool TryTake(out string? to) => _mails.TryDequeue(out to);
}

public class Sender(Outgoing outgoing, IHttpClientFactory http) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken token)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5));
        while (await timer.WaitForNextTickAsync(token))
            while (outgoing.TryTake(out var to))
                await http.CreateClient("mail").PostAsJsonAsync("/send", to, token);
    }
}
