using ScaleFitness.Composing;
using ScaleFitness.Model.Composition;
using ScaleFitness.Model.Sharing;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Composing;

/// <summary>What the host says of what instances share. The framework's internals are held here: a version that moves one fails these.</summary>
public sealed class SharingReaderTests
{
    [Fact]
    public void A_built_app_s_defaults_are_told()
    {
        var host = Composed("""
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddControllersWithViews();
            builder.Services.AddSession();
            builder.Services.AddSignalR();
            builder.Services.AddOutputCache();
            builder.Services.AddAuthentication().AddCookie().AddBearerToken().AddOAuth("site", o => { });
            builder.Services.AddMemoryCache(o => o.SizeLimit = 500);
            var app = builder.Build();
            app.Run();
            """);

        var sharing = host.Sharing!;
        Assert.Equal(SharingSymbols.MemoryDistributedCache, sharing.DistributedCache?.FullName);
        Assert.Equal(SharingSymbols.DistributedSessionStore, sharing.SessionStore?.FullName);
        Assert.Equal("Microsoft.AspNetCore.Mvc.ViewFeatures.CookieTempDataProvider", sharing.TempData?.FullName);
        Assert.Equal(SharingSymbols.DefaultHubLifetimeManager, sharing.HubLifetimeManager?.FullName);
        Assert.Equal(DistributedCaches.MemoryOutputCacheStore, sharing.OutputCacheStore?.FullName);
        Assert.Equal(new(null, false, false, false), sharing.Keys);
        Assert.Equal([("Cookies", SchemeKind.Cookie), ("BearerToken", SchemeKind.BearerToken), ("site", SchemeKind.Remote)], sharing.Schemes!.Select(s => (s.Name, s.Kind)));
        Assert.Equal(500, sharing.MemoryCache?.SizeLimit);
        Assert.Empty(host.Notes);
    }

    [Fact]
    public void What_an_app_puts_in_their_place_is_told()
    {
        var host = Composed("""
            using Microsoft.AspNetCore.DataProtection;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddStackExchangeRedisCache(o => { });
            builder.Services.AddSignalR().AddStackExchangeRedis();
            builder.Services.AddControllersWithViews().AddSessionStateTempDataProvider();
            builder.Services.AddDataProtection().SetApplicationName("shop").PersistKeysToFileSystem(new DirectoryInfo(@"\\share\keys"));
            builder.Services.AddSingleton<Microsoft.Extensions.Caching.Memory.IMemoryCache>(_ => new Microsoft.Extensions.Caching.Memory.MemoryCache(new Microsoft.Extensions.Caching.Memory.MemoryCacheOptions { SizeLimit = 7 }));
            builder.Configuration["Store"] = "Host=localhost;Database=shop";
            builder.Configuration["Far"] = "Host=db;Database=shop;Password=secret";
            builder.Build().Run();
            """);

        var sharing = host.Sharing!;
        Assert.Equal("RedisCache", sharing.DistributedCache?.Name);
        Assert.Equal("RedisHubLifetimeManager`1", sharing.HubLifetimeManager?.Name);
        Assert.Equal(SharingSymbols.SessionTempData, sharing.TempData?.FullName);
        Assert.Equal(SharingSymbols.FileSystemRepository, sharing.Keys?.Repository?.FullName);
        Assert.True(sharing.Keys?.HasOwnName);
        Assert.Equal(7, sharing.MemoryCache?.SizeLimit);
        Assert.Contains(new ComposedSetting("Store", true), host.Settings);
        Assert.Contains(new ComposedSetting("Far", false), host.Settings);
        Assert.DoesNotContain("secret", System.Text.Json.JsonSerializer.Serialize(host), StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_connects_when_it_is_made_costs_itself_alone()
    {
        var host = Composed("""
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddSingleton<Microsoft.Extensions.Caching.Distributed.IDistributedCache>(_ => { new System.Net.Sockets.TcpClient("127.0.0.1", 9); throw new InvalidOperationException(); });
            builder.Services.AddMemoryCache();
            builder.Build().Run();
            """);

        Assert.Null(host.Sharing!.DistributedCache);
        Assert.NotNull(host.Sharing.MemoryCache);
        Assert.Contains(host.Notes, n => n.StartsWith("the distributed cache could not be read", StringComparison.Ordinal));
    }

    [Fact]
    public void A_worker_has_none_of_it_and_no_note()
    {
        var host = Composed("Host.CreateApplicationBuilder(args).Build().Run();");
        Assert.Equal(new ComposedSharing { Schemes = host.Sharing!.Schemes }, host.Sharing);
        Assert.Empty(host.Notes);
    }

    private static ComposedHost Composed(string program)
    {
        var fixture = FixtureCompiler.Compile("Composed", [new SourceText("Program.cs", program)], FixtureBuild.Debug, WorkFolder.Create("composed"));
        Assert.Empty(fixture.Errors);
        var answer = ComposedFixture.Compose(fixture);
        Assert.Null(answer.Failure);
        return answer.Host!;
    }
}
