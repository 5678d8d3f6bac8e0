namespace ScaleFitness.EndToEnd;

/// <summary>What a team sees when its app is composed, and when it cannot be.</summary>
public sealed class CompositionTests
{
    private const string Rule = "SF0003";

    [Fact]
    public async Task An_app_that_needs_a_setting_says_so_and_gets_it()
    {
        using var shop = await Consumer.CreateAsync("xunit");
        Assert.DoesNotContain(Rule, (await shop.TestAsync()).FailedRules);

        shop.Replace("Shop/Program.cs", "var app = builder.Build();", """
            if (builder.Configuration["Signing:Key"] is null)
                throw new InvalidOperationException("Signing:Key is missing");
            var app = builder.Build();
            """);
        var missing = await shop.TestAsync();
        Assert.Contains("Signing:Key is missing (Program.cs:7)", missing.Of(Rule).Message, StringComparison.Ordinal);
        Assert.Contains("composition.settings", missing.Of(Rule).Message, StringComparison.Ordinal);

        shop.Write("Shop.Tests/scalefitness.json", """{ "composition": { "settings": { "Signing:Key": "unused" } } }""");
        Assert.DoesNotContain(Rule, (await shop.TestAsync()).FailedRules);

        shop.Write("Shop.Tests/scalefitness.json", """{ "composition": { "enabled": false } }""");
        var off = await shop.TestAsync();
        Assert.DoesNotContain(Rule, off.FailedRules);
        Assert.Contains("composing is switched off", File.ReadAllText(Path.Combine(shop.TestOutput, "ScaleFitness", "report.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_class_of_the_test_project_adds_to_the_builder()
    {
        using var shop = await Consumer.CreateAsync("xunit");
        shop.Replace("Shop/Program.cs", "var app = builder.Build();", """
            var app = builder.Build();
            _ = app.Services.GetRequiredService<TimeProvider>();
            """);
        Assert.Contains("TimeProvider", (await shop.TestAsync()).Of(Rule).Message, StringComparison.Ordinal);

        shop.Write("Shop.Tests/WithTime.cs", """
            using System;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;

            namespace Shop.Tests
            {
                public sealed class WithTime : ScaleFitness.Hosting.IComposeApp
                {
                    public void Compose(IHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton(TimeProvider.System));
                }
            }
            """);
        Assert.DoesNotContain(Rule, (await shop.TestAsync()).FailedRules);
    }

    [Fact]
    public async Task A_worker_is_composed_where_there_is_no_aspnet_core()
    {
        using var shop = await Consumer.CreateAsync("xunit");
        shop.Delete("Shop.Tests/PublicStaticField.cs");
        foreach (var file in (string[])["Archive.cs", "Legacy.cs", "Prices.cs", "ShopDb.cs"])
            shop.Delete("Shop/" + file);
        shop.Replace("Shop/Shop.csproj", "Microsoft.NET.Sdk.Web", "Microsoft.NET.Sdk.Worker");
        shop.Replace("Shop/Shop.csproj", "Include=\"Microsoft.EntityFrameworkCore.InMemory\" Version=\"10.0.14\"", "Include=\"Microsoft.Extensions.Hosting\" Version=\"10.0.12\"");
        shop.Write("Shop/Program.cs", """
            var builder = Host.CreateApplicationBuilder(args);
            builder.Services.AddHostedService<Worker>();
            builder.Build().Run();

            internal sealed class Worker : BackgroundService
            {
                protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
            }
            """);

        (await shop.TestAsync()).AssertPassed();
        var report = File.ReadAllText(Path.Combine(shop.TestOutput, "ScaleFitness", "report.md"));
        Assert.DoesNotContain("could not be read", report, StringComparison.Ordinal);
        Assert.DoesNotContain("SF0003 app could not be composed:", report, StringComparison.Ordinal);
    }
}
