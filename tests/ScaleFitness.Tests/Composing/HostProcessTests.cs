using System.Net;
using System.Net.Sockets;
using ScaleFitness.Composing;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Composing;

/// <summary>Apps of every style are composed, and none of their work runs.</summary>
public sealed class HostProcessTests
{
    [Fact]
    public void A_web_application_tells_services_endpoints_and_middleware_in_order()
    {
        var host = Composed("""
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddControllers();
            builder.Services.AddSingleton<IClock, Clock>();
            builder.Services.AddKeyedScoped<IClock, Clock>("utc");
            builder.Services.AddSingleton(sp => new Clock());
            var app = builder.Build();
            app.UseHttpsRedirection();
            app.UseMiddleware<Stamp>();
            app.MapGet("/now", (IClock clock) => clock.ToString());
            app.MapControllers();
            app.Run();

            public interface IClock;
            public sealed class Clock : IClock;
            public sealed class Stamp(RequestDelegate next) { public Task InvokeAsync(HttpContext context, IClock clock) => next(context); }
            [Microsoft.AspNetCore.Mvc.Route("orders")]
            public sealed class OrdersController : Microsoft.AspNetCore.Mvc.ControllerBase { [Microsoft.AspNetCore.Mvc.HttpPost("{id:int}")] public int Pay(int id) => id; }
            """);

        Assert.True(host.IsComplete);
        Assert.Equal("Production", host.Environment);
        Assert.Contains(host.Services, s => s is { Service.FullName: "IClock", Implementation.FullName: "Clock", Lifetime: ScaleFitness.Model.Composition.Lifetime.Singleton, IsKeyed: false });
        Assert.Contains(host.Services, s => s is { Service.FullName: "IClock", IsKeyed: true, Key: "utc" });
        Assert.Contains(host.Services, s => s is { Service.FullName: "Clock", Factory: not null });
        Assert.Contains(host.Endpoints, e => e is { Route: "/now", Verbs: ["GET"], Handler: not null });
        Assert.Contains(host.Endpoints, e => e is { Route: "orders/{id:int}", Verbs: ["POST"], Handler.Name: "Pay" });
        var middleware = host.Middleware.Select(m => m.Name).ToList();
        Assert.Equal(["HttpsRedirectionMiddleware", "Stamp", "EndpointMiddleware"], middleware.Where(m => m is "HttpsRedirectionMiddleware" or "Stamp" or "EndpointMiddleware"));
        Assert.Empty(host.Notes);
    }

    [Fact]
    public void A_startup_class_is_composed() => Assert.Contains(
        Composed("""
            public static class Program
            {
                public static async Task Main(string[] args) => await Host.CreateDefaultBuilder(args).ConfigureWebHostDefaults(w => w.UseStartup<Startup>()).Build().RunAsync();
            }
            public sealed class Startup
            {
                public void ConfigureServices(IServiceCollection services) => services.AddRouting();
                public void Configure(IApplicationBuilder app) { app.UseRouting(); app.UseEndpoints(e => e.MapPost("/pay", () => "paid")); }
            }
            """).Endpoints,
        e => e is { Route: "/pay", Verbs: ["POST"] });

    [Fact]
    public void A_worker_service_is_composed_and_does_not_work()
    {
        var mark = Path.Combine(WorkFolder.Create("worker"), "worked");
        var host = Composed($$"""
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<Worker>();
            builder.Build().Run();

            public sealed class Worker : BackgroundService
            {
                protected override Task ExecuteAsync(CancellationToken stoppingToken) { File.WriteAllText(@"{{mark}}", "worked"); return Task.CompletedTask; }
                public override Task StartAsync(CancellationToken token) { File.WriteAllText(@"{{mark}}", "worked"); return base.StartAsync(token); }
            }
            """);

        Assert.True(host.IsComplete);
        Assert.Contains(host.Services, s => s is { Service.Name: "IHostedService", Implementation.FullName: "Worker" });
        Assert.False(File.Exists(mark));
    }

    [Fact]
    public void Nothing_listens_and_nothing_connects()
    {
        using var database = new TcpListener(IPAddress.Loopback, 0);
        database.Start();
        var port = ((IPEndPoint)database.LocalEndpoint).Port;
        var answer = Compose($$"""
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.UseUrls("http://127.0.0.1:{{port}}");
            builder.Services.AddSingleton<Clock>();
            var app = builder.Build();
            Migration.Run();
            app.MapGet("/", () => "served");
            app.Run();

            public sealed class Clock;
            public static class Migration
            {
                public static void Run() { using var client = new System.Net.Sockets.TcpClient("127.0.0.1", {{port}}); }
            }
            """);

        Assert.Contains($"connects to 127.0.0.1:{port} (Program.cs:12)", answer.Failure?.What);
        Assert.Equal("Run", answer.Failure?.At?.Name);
        Assert.False(answer.Host!.IsComplete);
        Assert.Contains(answer.Host.Services, s => s.Service.FullName == "Clock");
        Assert.False(database.Pending());
    }

    [Fact]
    public void An_exception_of_start_up_is_told_with_its_place_and_what_to_set()
    {
        var answer = Compose("""
            var builder = WebApplication.CreateBuilder(args);
            var key = builder.Configuration["Jwt:Key"]
                ?? throw new InvalidOperationException("Jwt:Key is missing");
            builder.Build().Run();
            """);

        Assert.Equal("the app's start-up threw InvalidOperationException: Jwt:Key is missing (Program.cs:2)", answer.Failure?.What);
        Assert.Contains("composition.settings", answer.Failure?.Advice);
        Assert.Null(answer.Host);
    }

    [Fact]
    public void A_setting_laid_over_is_there_from_the_first_line_on() => Assert.True(Compose(
        """
        var builder = WebApplication.CreateBuilder();
        _ = builder.Configuration["Jwt:Key"] ?? throw new InvalidOperationException("Jwt:Key is missing");
        builder.Build().Run();
        """,
        new() { ["Jwt:Key"] = "unused" }).Host?.IsComplete);

    [Fact]
    public void An_app_that_ends_the_process_is_told() =>
        Assert.Contains("ended the process (exit code 3); its last words: no licence", Compose("""Console.WriteLine("no licence"); Environment.Exit(3); Host.CreateApplicationBuilder().Build().Run();""").Failure?.What);

    [Fact]
    public void An_app_that_blocks_is_given_up_on()
    {
        var answer = Compose("""Thread.Sleep(Timeout.Infinite); Host.CreateApplicationBuilder().Build().Run();""", [], TimeSpan.FromSeconds(4));
        Assert.Contains("did not come to the point of serving within 4 s", answer.Failure?.What);
        Assert.Contains("composition.timeLimit", answer.Failure?.Advice);
    }

    [Fact]
    public void An_app_that_builds_no_host_is_told() =>
        Assert.Contains("returned without building a host", Compose("""if (args.Length > 0) Host.CreateApplicationBuilder().Build().Run();""").Failure?.What);

    private static ScaleFitness.Model.Composition.ComposedHost Composed(string program)
    {
        var answer = Compose(program);
        Assert.Null(answer.Failure);
        return answer.Host!;
    }

    private static HostAnswer Compose(string program, Dictionary<string, string>? settings = null, TimeSpan? limit = null)
    {
        var fixture = FixtureCompiler.Compile("Composed", [new SourceText("Program.cs", program)], FixtureBuild.Debug, WorkFolder.Create("composed"));
        Assert.Empty(fixture.Errors);
        return ComposedFixture.Compose(fixture, "Production", settings ?? [], limit ?? TimeSpan.FromSeconds(60));
    }
}
