using ScaleFitness.Findings;
using ScaleFitness.Model;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Services;
using ScaleFitness.Rules.State;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Composing;

/// <summary>The composed container in the model: which call registers what, who is made with what, and what nobody can tell.</summary>
public sealed class ContainerModelTests
{
    private const string Clinic = """
        using Microsoft.Extensions.DependencyInjection.Extensions;
        using Microsoft.Extensions.Options;
        using Scrutor;
        var builder = WebApplication.CreateBuilder(args);
        var services = builder.Services;
        services.AddScoped<Caller>();
        services.AddKeyedScoped<IRate, Rate>(Kind.Fast);
        services.AddTransient(typeof(IShelf<>), typeof(Shelf<>));
        services.AddSingleton<Prices>(sp => new Prices(sp.GetRequiredService<Letter>()));
        services.AddTransient<Letter>();
        services.AddHttpClient<Weather>();
        services.AddSingleton(new Limits());
        services.AddSingleton<Desk>();
        services.AddHostedService<Night>();
        services.AddOwn<IWeek, Week>();
        services.AddSingleton<IRate, Rate>().Decorate<IRate, SlowRate>();
        services.Scan(s => s.FromAssemblyOf<Found>().AddClasses(c => c.Where(t => t.Name == "Found")).AsSelf().WithSingletonLifetime());
        services.AddSingleton<Open>(sp => (Open)ActivatorUtilities.GetServiceOrCreateInstance(sp, Type.GetType("Open")!));
        services.AddSingleton<Emitted>((Func<IServiceProvider, Emitted>)System.Linq.Expressions.Expression.Lambda<Func<IServiceProvider, Emitted>>(System.Linq.Expressions.Expression.New(typeof(Emitted)), System.Linq.Expressions.Expression.Parameter(typeof(IServiceProvider))).Compile());
        if (builder.Environment.IsDevelopment())
            services.AddSingleton<Debugging>();
        services.TryAddSingleton<Caller>();
        var app = builder.Build();
        app.UseMiddleware<Stamp>();
        app.Run();

        public static class Own { public static IServiceCollection AddOwn<TService, TOwn>(this IServiceCollection services) where TService : class where TOwn : class, TService => services.AddScoped<TService, TOwn>(); }
        public enum Kind { Slow, Fast }
        public class Caller; public class Found; public class Debugging; public class Limits; public class Open; public class Emitted;
        public interface IWeek; public class Week : IWeek;
        public interface IRate; public class Rate : IRate; public class SlowRate(IRate inner) : IRate { public override string ToString() => inner.ToString()!; }
        public interface IShelf<T>; public class Shelf<T>(Caller caller) : IShelf<T> { public override string ToString() => caller.ToString()!; }
        public class Letter(Caller caller) { public override string ToString() => caller.ToString()!; }
        public class Prices(Letter letter) { public override string ToString() => letter.ToString()!; }
        public class Weather(HttpClient client, Limits limits) { public override string ToString() => $"{client}{limits}"; }
        public class Desk([FromKeyedServices(Kind.Fast)] IRate rate, IShelf<Found> shelf, IEnumerable<IWeek> weeks, IOptions<Limits> options, Weather weather, Limits limits) { public override string ToString() => $"{rate}{shelf}{weeks}{options}{weather}{limits}"; }
        public class Night : BackgroundService { protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask; }
        public class Stamp(RequestDelegate next, Letter letter) { public Task InvokeAsync(HttpContext context) { _ = letter; return next(context); } }
        """;

    private static readonly Lazy<AppModel> Read = new(() => Composed(Clinic));

    [Theory]
    [InlineData("Caller", "Caller", "AddScoped", 6)]
    [InlineData("IRate", "Rate", "AddKeyedScoped", 7)]
    [InlineData("IShelf", "Shelf", "AddTransient", 8)]
    [InlineData("Prices", "Prices", "AddSingleton", 9)]
    [InlineData("Weather", "Weather", "AddHttpClient", 11)]
    [InlineData("Limits", "Limits", "AddSingleton", 12)]
    [InlineData("IHostedService", "Night", "AddHostedService", 14)]
    [InlineData("IWeek", "Week", "AddOwn", 15)]
    [InlineData("IRate", "SlowRate", "Decorate", 16)]
    [InlineData("Found", "Found", "Scan", 17)]
    public void A_registration_keeps_its_call(string service, string implementation, string call, int line)
    {
        var found = Read.Value.Services.Registrations.Single(r => r.Service.DisplayName == service && r.Implementation?.DisplayName == implementation && r.Call?.Method.Name == call);
        Assert.Equal(line, found.Call!.Position!.Line);
        Assert.Equal(call == "Scan", found.IsScanned);
        Assert.True(found.IsComposed);
    }

    [Fact]
    public void What_did_not_run_does_not_count()
    {
        Assert.DoesNotContain(Read.Value.Services.Registrations, r => r.Service.DisplayName == "Debugging");
        Assert.Equal(Lifetime.Scoped, Assert.Single(Read.Value.Services.Registrations, r => r.Service.DisplayName == "Caller").Lifetime);
        Assert.Contains(Read.Value.Services.Container, r => r.Service.DisplayName.StartsWith("ILogger", StringComparison.Ordinal));
        Assert.DoesNotContain(Read.Value.Services.Registrations, r => r.Service.DisplayName.StartsWith("ILogger", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Desk", "IRate", DependencyKind.Keyed, true)]
    [InlineData("Desk", "IShelf", DependencyKind.OpenGeneric, true)]
    [InlineData("Desk", "IWeek", DependencyKind.Enumerable, true)]
    [InlineData("Desk", "IOptions", DependencyKind.Options, false)]
    [InlineData("Desk", "Weather", DependencyKind.TypedClient, false)]
    [InlineData("Desk", "Limits", DependencyKind.Constructor, false)]
    [InlineData("Prices", "Letter", DependencyKind.Factory, true)]
    [InlineData("Letter", "Caller", DependencyKind.Constructor, true)]
    [InlineData("Stamp", "Letter", DependencyKind.Constructor, true)]
    public void The_graph_says_who_is_made_with_what(string consumer, string dependency, DependencyKind how, bool isCaptive)
    {
        var edge = Assert.Single(Read.Value.Container.Graph.Edges, e => e.Consumer.Service.DisplayName == consumer && e.Dependency.Service.DisplayName == dependency);
        Assert.Equal(how, edge.How);
        Assert.Equal(isCaptive, edge.IsCaptive);
    }

    [Fact]
    public void What_a_library_makes_is_undecided_and_said_to_be() => Assert.Equal(
        ["what Emitted is made with: a library's factory makes it", "what Open is made with: its factory lets a library ask the container"],
        new SF1005CaptiveDependency().Examine(Read.Value).Undecided);

    private static AppModel Composed(string program)
    {
        var fixture = FixtureCompiler.Compile("Composed", [new SourceText("Program.cs", program)], FixtureBuild.Release, WorkFolder.Create("container"));
        Assert.Empty(fixture.Errors);
        var answer = ComposedFixture.Compose(fixture);
        Assert.Null(answer.Failure);
        return AppModel.Read([fixture.AssemblyPath], new ScaleContext(), fixture.SourceFolder, () => answer.Host);
    }
}
