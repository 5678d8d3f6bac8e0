using Microsoft.AspNetCore.Mvc;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddSingleton<Tuner>();
var app = builder.Build();
app.MapControllers();
app.Run();

public sealed class Tuner
{
    public string? Try(int attempt) => attempt > 2 ? "ok" : null;
}

[ApiController, Route("radio")]
public sealed class RadioController(Tuner tuner) : ControllerBase
{
    // Counts beside another condition.
    [HttpGet("first")]
    public async Task<string?> First()
    {
        string? found = null;
        var count = 0;
        while (found is null && count < 5)
        {
            found = tuner.Try(count);
            count++;
            await Task.Delay(100);
        }

        return found;
    }

    // The same with the counter first, and counted in the condition.
    [HttpGet("second")]
    public string? Second()
    {
        string? found = null;
        var count = 0;
        while (count++ < 5 && found is null)
        {
            Thread.Sleep(100);
            found = tuner.Try(count);
        }

        return found;
    }

    // Ends with the request.
    [HttpGet("third")]
    public string? Third()
    {
        string? found = null;
        while (found is null && !HttpContext.RequestAborted.IsCancellationRequested)
        {
            Thread.Sleep(100);
            found = tuner.Try(1);
        }

        return found;
    }

    // Neither counts nor asks.
    [HttpGet("endless")]
    public async Task<string?> Endless()
    {
        string? found = null;
        while (found is null)
        {
            found = tuner.Try(1); // finding SF3014
            await Task.Delay(100);
        }

        return found;
    }
}
