using ScaleFitness.Model;
using ScaleFitness.Model.EntryPoints;
using ScaleFitness.Tests.Harness;

namespace ScaleFitness.Tests.Model;

public sealed class WiredTypesTests
{
    private static readonly Lazy<AppModel> App = new(() => ModelSource.Read("""
        using Microsoft.AspNetCore.Authentication;
        using Microsoft.AspNetCore.Authentication.Cookies;
        using Microsoft.AspNetCore.Authorization;
        using Microsoft.AspNetCore.Http.Features;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Microsoft.AspNetCore.Mvc.ModelBinding;
        using Microsoft.AspNetCore.SignalR;
        using Microsoft.Extensions.Diagnostics.HealthChecks;
        using Microsoft.Extensions.Options;
        using System.Security.Claims;
        using Shared;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHealthChecks().AddCheck<QueueCheck>("queue");
        builder.Services.AddControllers(o => { o.Filters.Add<Timed>(); o.Filters.Add(typeof(Counted)); o.Filters.Add(new Made()); });
        builder.Services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>, UseStore>();
        builder.Services.AddClaims();
        foreach (var module in typeof(Module).Assembly.GetTypes().Where(t => typeof(IAuthorizationHandler).IsAssignableFrom(t)))
            builder.Services.AddSingleton(typeof(IAuthorizationHandler), module);
        var app = builder.Build();
        app.MapHub<Chat>("/chat");
        app.MapControllers();
        app.MapGet("/result", () => new Csv());
        app.Run();

        namespace Shared
        {
            public static class SetUp
            {
                public static void AddClaims(this IServiceCollection services) => services.AddWith<Roles>();
                private static void AddWith<T>(this IServiceCollection services) where T : class, IClaimsTransformation => services.AddScoped<IClaimsTransformation, T>();

                // Only another host calls it.
                public static void AddSignIn(this IServiceCollection services)
                {
                    services.AddHealthChecks().AddCheck<SignInCheck>("sign-in");
                    services.AddSingleton<ITicketStore, OtherStore>();
                    services.AddControllers(o => o.Filters.Add(typeof(OtherFilter)));
                }
                public static void MapNews(this IEndpointRouteBuilder routes) => routes.MapHub<News>("/news");
            }
            public class Module;
            public class UseStore : IPostConfigureOptions<CookieAuthenticationOptions>
            {
                public void PostConfigure(string? name, CookieAuthenticationOptions options) { options.SessionStore = new Store(); options.CookieManager = new Cookies(); }
            }
            public class Store : ITicketStore
            {
                public Task<string> StoreAsync(AuthenticationTicket ticket) => Task.FromResult("");
                public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.CompletedTask;
                public Task<AuthenticationTicket?> RetrieveAsync(string key) => Task.FromResult<AuthenticationTicket?>(null);
                public Task RemoveAsync(string key) => Task.CompletedTask;
            }
            public class OtherStore : ITicketStore
            {
                public Task<string> StoreAsync(AuthenticationTicket ticket) => Task.FromResult("");
                public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.CompletedTask;
                public Task<AuthenticationTicket?> RetrieveAsync(string key) => Task.FromResult<AuthenticationTicket?>(null);
                public Task RemoveAsync(string key) => Task.CompletedTask;
            }
            public class Cookies : ICookieManager
            {
                public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) { }
                public void DeleteCookie(HttpContext context, string key, CookieOptions options) { }
                public string? GetRequestCookie(HttpContext context, string key) => null;
            }
            public class QueueCheck : IHealthCheck { public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext c, CancellationToken t) => Task.FromResult(HealthCheckResult.Healthy()); }
            public class SignInCheck : IHealthCheck { public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext c, CancellationToken t) => Task.FromResult(HealthCheckResult.Healthy()); }
            public class Roles : IClaimsTransformation { public Task<ClaimsPrincipal> TransformAsync(ClaimsPrincipal p) => Task.FromResult(p); }
            public class Filter : IAsyncActionFilter { public Task OnActionExecutionAsync(ActionExecutingContext c, ActionExecutionDelegate next) => next(); }
            public class Timed : Filter2;
            public class Counted : Filter2;
            public class Made : Filter2;
            public class ByService : Filter2;
            public class ByType : Filter2;
            public class OtherFilter : IAsyncActionFilter { public Task OnActionExecutionAsync(ActionExecutingContext c, ActionExecutionDelegate next) => next(); }
            public class Odd : AuthorizationHandler<OddRequirement> { protected override Task HandleRequirementAsync(AuthorizationHandlerContext c, OddRequirement r) => Task.CompletedTask; }
            public class OddRequirement : IAuthorizationRequirement;
            public class Money : IModelBinder { public Task BindModelAsync(ModelBindingContext c) => Task.CompletedTask; }
            public class Csv : IResult { public Task ExecuteAsync(HttpContext c) => Task.CompletedTask; }
            public class Chat : Hub { public void Say() { } }
            public class News : Hub { public void Tell() { } }
            [ServiceFilter(typeof(ByService))]
            public class HomeController : ControllerBase
            {
                [TypeFilter<ByType>] public string Index([ModelBinder(typeof(Money))] decimal amount) => "";
            }
            public class PriceViewComponent : ViewComponent { public string Invoke() => ""; }
        }
        """.Replace(": Filter2;", ": IAsyncActionFilter { public Task OnActionExecutionAsync(ActionExecutingContext c, ActionExecutionDelegate next) => next(); }", StringComparison.Ordinal)));

    [Theory]
    [InlineData("Store")]
    [InlineData("Cookies")]
    [InlineData("QueueCheck")]
    [InlineData("Roles")]
    [InlineData("Timed")]
    [InlineData("Counted")]
    [InlineData("Made")]
    [InlineData("ByService")]
    [InlineData("ByType")]
    [InlineData("Odd")]
    [InlineData("Money")]
    [InlineData("Csv")]
    [InlineData("Chat")]
    [InlineData("PriceViewComponent")]
    public void What_the_app_sets_up_runs_on_requests(string type) => Assert.Contains(type, Found());

    [Theory]
    [InlineData("OtherStore")]
    [InlineData("SignInCheck")]
    [InlineData("OtherFilter")]
    [InlineData("News")]
    [InlineData("Filter")]
    public void What_only_another_host_sets_up_does_not(string type) => Assert.DoesNotContain(type, Found());

    private static IEnumerable<string> Found() =>
        App.Value.EntryPoints.Where(e => e is { Category: EntryPointCategory.Request, Type: not null, Registration: null }).Select(e => e.Type!.Reference.Name);

    [Fact]
    public void Two_programs_of_one_name_are_two()
    {
        var folder = WorkFolder.Create("two programs");
        const string Source = """
            using Microsoft.Extensions.Diagnostics.HealthChecks;
            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddHealthChecks().AddCheck<NAME>("check");
            await builder.Build().RunAsync();
            public class NAME : IHealthCheck { public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken token = default) => Task.FromResult(HealthCheckResult.Healthy()); }
            """;
        var assemblies = new[] { "Front", "Rear" }.Select(name => FixtureCompiler.Compile(name, [new SourceText(name + ".cs", Source.Replace("NAME", name + "Check", StringComparison.Ordinal))], FixtureBuild.Debug, Path.Combine(folder, name)).AssemblyPath).ToList();
        var app = AppModel.Read(assemblies, new());
        Assert.Equal(["FrontCheck.CheckHealthAsync", "RearCheck.CheckHealthAsync"], app.EntryPoints.Select(e => e.Description).Where(d => d.EndsWith("CheckHealthAsync", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }
}
