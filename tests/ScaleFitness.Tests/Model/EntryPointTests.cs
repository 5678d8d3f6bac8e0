using ScaleFitness.Model;
using ScaleFitness.Model.EntryPoints;

namespace ScaleFitness.Tests.Model;

public sealed class EntryPointTests
{
    private static readonly Lazy<AppModel> App = new(() => ModelSource.Read("""
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.Filters;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.AspNetCore.SignalR;
        using Shop;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddHostedService<Sweeper>();
        builder.Services.AddControllers(o => o.Filters.Add<Audit>());
        builder.Services.AddScoped(provider => Made.Now());
        var app = builder.Build();
        app.UseMiddleware<Timing>();
        app.Use(async (context, next) => { Made.Inline(); await next(); });
        app.MapGet("/lambda", () => "x");
        app.MapPost("/group", Endpoints.Post);
        app.MapGroup("/g").MapGet("/in", Endpoints.Get).AddEndpointFilter(async (c, next) => await next(c));
        app.MapHub<ChatHub>("/chat");
        Seeding.Run();
        app.Run();

        namespace Shop
        {
            public static class Endpoints
            {
                public static string Post(string a) => a;
                public static Task<string> Get() => Task.FromResult("");
            }
            public static class Made { public static object Now() => new(); public static void Inline() { } }
            public static class Seeding { public static void Run() { } }

            public abstract class BaseController : ControllerBase
            {
                public IActionResult Inherited() => Ok();
                protected IActionResult Hidden() => Ok();
            }
            public class OrdersController : BaseController
            {
                public IActionResult List() => Ok();
                [NonAction] public void Rebuild() { }
                public static void Static() { }
                public string Property { get; set; } = "";
                public T Generic<T>(T t) => t;
                private void Private() { }
                public override string ToString() => "";
            }
            [NonController] public class LegacyController : ControllerBase { public IActionResult List() => Ok(); }
            public class ReportController { public string Today() => ""; }
            [Route("plain")] public class PlainController { public string Today() => ""; }
            internal class InternalController : ControllerBase { public IActionResult List() => Ok(); }

            public class IndexModel : PageModel
            {
                public void OnGet() { }
                public Task OnPostDeleteAsync() => Task.CompletedTask;
                public void Online() { }
            }
            public class ChatHub : Hub { public Task Say(string t) => Task.CompletedTask; public override Task OnConnectedAsync() => Task.CompletedTask; }
            public class Timing(RequestDelegate next) { public Task InvokeAsync(HttpContext c) => next(c); }
            public class Audit : IActionFilter
            {
                public void OnActionExecuting(ActionExecutingContext c) { }
                public void OnActionExecuted(ActionExecutedContext c) { }
                public void Other() { }
            }
            public class Sweeper : BackgroundService { protected override Task ExecuteAsync(CancellationToken t) => Task.CompletedTask; }
        }
        """));

    [Theory]
    [InlineData(EntryPointKind.ControllerAction, "OrdersController.List", "OrdersController.Inherited", "PlainController.Today")]
    [InlineData(EntryPointKind.RazorPage, "IndexModel.OnGet", "IndexModel.OnPostDeleteAsync")]
    [InlineData(EntryPointKind.Hub, "ChatHub.Say", "ChatHub.OnConnectedAsync")]
    [InlineData(EntryPointKind.MinimalApi, "GET /lambda", "POST /group", "GET /in")]
    [InlineData(EntryPointKind.Middleware, "Shop.Timing", "middleware")]
    [InlineData(EntryPointKind.Filter, "Audit.OnActionExecuting", "Audit.OnActionExecuted", "endpoint filter")]
    [InlineData(EntryPointKind.HostedService, "Sweeper.ExecuteAsync")]
    public void Every_kind_is_found_and_nothing_that_looks_like_it(EntryPointKind kind, params string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), App.Value.EntryPoints.Where(e => e.Kind == kind).Select(e => e.Description).Order(StringComparer.Ordinal));

    [Fact]
    public void What_only_start_up_calls_is_not_on_a_request()
    {
        var seeding = App.Value.Code.Methods.Single(m => m.DisplayName == "Shop.Seeding.Run").Body;
        Assert.True(App.Value.Reach.IsAtStartUp(seeding));
        Assert.False(App.Value.Reach.IsOnRequest(seeding));
        var inline = App.Value.Code.Methods.Single(m => m.DisplayName == "Shop.Made.Inline").Body;
        Assert.True(App.Value.Reach.IsOnRequest(inline));
        Assert.False(App.Value.Reach.IsAtStartUp(inline));
    }
}
