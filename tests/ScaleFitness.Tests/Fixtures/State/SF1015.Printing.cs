// composed
using Microsoft.EntityFrameworkCore;
using Printing;

var builder = WebApplication.CreateBuilder(args);
var services = builder.Services;
services.AddTransient<PdfWriter>();
services.AddTransient<IStamp, Stamp>();
services.AddTransient<Letter>();
services.AddTransient<Note>();
services.AddSingleton<Press>();
services.AddScoped<Ink>();
services.AddKeyedTransient<PdfWriter>("large");
services.AddTransient<Plotter>(sp => new Plotter(sp.GetRequiredService<Press>()));
services.AddHttpClient<Paper>();
services.AddDbContext<Jobs>(o => o.UseInMemoryDatabase("jobs"), ServiceLifetime.Transient);
services.AddSingleton<Exporter>();
services.AddScoped<Desk>();
services.AddHostedService<Sweeper>();
services.AddHostedService<Archiver>();
services.AddSingleton<Func<PdfWriter>>(sp => () => sp.GetRequiredService<PdfWriter>()); // limit SF1015: who calls a delegate that the container hands out, nobody follows
services.AddScoped<Func<Letter>>(sp => () => sp.GetRequiredService<Letter>());

var app = builder.Build();
Locator.Services = app.Services;
using (var warm = app.Services.GetRequiredService<PdfWriter>())
    warm.Write("ready");

app.UseMiddleware<Footer>();
app.MapGet("/export", (Exporter exporter) => exporter.All());
app.MapGet("/desk", (Desk desk) => desk.All());
app.MapGet("/pages", (Func<PdfWriter> make) => make().Write("page"));
app.MapGet("/letters", (Func<Letter> make) => make().ToString());
app.MapGet("/direct", () =>
{
    app.Services.GetRequiredService<PdfWriter>().Write("direct"); // finding SF1015 MEDIUM
    app.Services.GetRequiredService<Note>().ToString();
    app.Services.GetRequiredService<Press>().Run();
});
app.MapGet("/static", () => Locator.Services!.GetRequiredService<IStamp>().Press()); // finding SF1015 MEDIUM
app.MapGet("/context", (HttpContext context) => context.RequestServices.GetRequiredService<PdfWriter>().Write("mine"));
app.MapGet("/provider", (IServiceProvider provider) => provider.GetRequiredService<PdfWriter>().Write("mine"));
app.MapGet("/parameter", (PdfWriter writer) => writer.Write("mine"));
app.Run();

namespace Printing
{
    public sealed class PdfWriter : IDisposable
    {
        private readonly MemoryStream _pages = new();
        public void Write(string page) => _pages.Write(System.Text.Encoding.UTF8.GetBytes(page));
        public void Dispose() => _pages.Dispose();
    }

    public interface IStamp { void Press(); }
    public sealed class Stamp : IStamp, IAsyncDisposable
    {
        public void Press() { }
        public ValueTask DisposeAsync() => default;
    }

    // Not disposable itself; what it is made with is.
    public class Letter(PdfWriter writer) { public override string ToString() => writer.ToString()!; }
    public class Note(Press press) { public override string ToString() => press.ToString()!; }
    public class Plotter(Press press) : IDisposable { public void Draw() => press.Run(); public void Dispose() { } }
    public class Press : IDisposable { public void Run() { } public void Dispose() { } }
    public class Ink : IDisposable { public void Dispose() { } }
    public class Paper(HttpClient client) { public override string ToString() => client.ToString()!; }
    public class Jobs(DbContextOptions<Jobs> options) : DbContext(options);

    public static class Locator { public static IServiceProvider? Services { get; set; } }

    public class Exporter(IServiceProvider provider)
    {
        private PdfWriter? _cover;

        public void All()
        {
            provider.GetRequiredService<PdfWriter>().Write("all"); // finding SF1015 MEDIUM: a singleton's provider is the root
            provider.GetRequiredService<Letter>().ToString(); // finding SF1015 MEDIUM: what it is made with
            provider.GetRequiredKeyedService<PdfWriter>("large").Write("large"); // finding SF1015 MEDIUM
            ((Plotter)provider.GetRequiredService(typeof(Plotter))).Draw(); // finding SF1015 MEDIUM: a factory makes it
            Helped(provider);
            ActivatorUtilities.CreateInstance<PdfWriter>(provider).Dispose();
            provider.GetRequiredService<Paper>().ToString();
            provider.GetRequiredService<Press>().Run();
            _cover ??= provider.GetRequiredService<PdfWriter>();
            using var scope = provider.CreateScope();
            scope.ServiceProvider.GetRequiredService<PdfWriter>().Write("scoped");
        }

        private static void Helped(IServiceProvider services) =>
            services.GetRequiredService<IStamp>().Press(); // finding SF1015 MEDIUM: handed on
    }

    // Scoped: its provider is the scope's.
    public class Desk(IServiceProvider provider)
    {
        public void All() => provider.GetRequiredService<PdfWriter>().Write("all");
    }

    public class Footer(RequestDelegate next, IServiceProvider root)
    {
        public async Task InvokeAsync(HttpContext context, IServiceProvider own)
        {
            root.GetRequiredService<PdfWriter>().Write("footer"); // finding SF1015 MEDIUM: middleware is made once
            own.GetRequiredService<PdfWriter>().Write("footer");
            await next(context);
        }
    }

    public class Sweeper(IServiceProvider provider) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            provider.GetRequiredService<PdfWriter>().Write("once");
            while (!stoppingToken.IsCancellationRequested)
            {
                var jobs = provider.GetRequiredService<Jobs>(); // finding SF1015 LOW: one context for each round, and none goes
                await jobs.SaveChangesAsync(stoppingToken);
                await Task.Delay(1000, stoppingToken);
            }
        }
    }

    public class Archiver(IServiceProvider provider) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stoppingToken)
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await using var scope = provider.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<Jobs>().SaveChangesAsync(stoppingToken);
                await Task.Delay(1000, stoppingToken);
            }
        }
    }
}
