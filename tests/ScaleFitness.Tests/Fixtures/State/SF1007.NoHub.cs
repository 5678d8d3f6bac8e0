using System.Collections.Concurrent;

// A client of somebody else's hub, and a store keyed by another connection's id.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton<Sockets.Log>();
var app = builder.Build();
app.MapGet("/", (HttpContext context, Sockets.Log log) => log.Note(context.Connection.Id));
app.Run();

namespace Sockets
{
    public class Log
    {
        private readonly ConcurrentQueue<string> _last = new();

        public void Note(string id)
        {
            _last.Enqueue(id);
            if (_last.Count > 100)
                _last.TryDequeue(out _);
        }
    }
}
