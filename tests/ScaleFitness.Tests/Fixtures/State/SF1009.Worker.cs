using System.Xml.Linq;

// Background work keeps its position in a file; start-up, logs and development are nobody's concern.
var builder = WebApplication.CreateBuilder(args);
Directory.CreateDirectory("cache");
File.WriteAllText("cache/started.txt", DateTime.UtcNow.ToString("O"));
builder.Services.AddHostedService<Feed.Importer>();
builder.Services.AddSingleton<Feed.FileLogger>();
var app = builder.Build();
app.MapGet("/", (Feed.FileLogger log) => log.Write("seen"));
if (app.Environment.IsDevelopment())
    app.MapGet("/dump", () => "dumps");
app.MapPost("/mails", (string text, IHostEnvironment environment) => Feed.Mails.Send(text, environment));
app.Run();

namespace Feed
{
    public class Importer : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await Task.Delay(TimeSpan.FromMinutes(5), stoppingToken);
                Position(Environment.TickCount);
                await File.WriteAllTextAsync("/tmp/healthy", "yes", stoppingToken);
            }
        }

        private static void Position(int position) =>
            new XDocument(new XElement("position", position)).Save("position.xml"); // finding SF1009 MEDIUM @high
    }

    public class FileLogger
    {
        public void Write(string line)
        {
            using var writer = new StreamWriter("app.txt", append: true);
            writer.WriteLine(line);
        }

        public void Trace(string line) => File.AppendAllText("trace.log", line);
    }

    public static class Mails
    {
        public static void Send(string text, IHostEnvironment environment)
        {
            if (environment.IsDevelopment())
                File.WriteAllText("mail.txt", text);
            File.AppendAllLines("access.log", [text]);
        }
    }
}
