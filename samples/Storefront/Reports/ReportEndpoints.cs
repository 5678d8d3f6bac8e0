using Storefront.Data;
using Storefront.Limits;

namespace Storefront.Reports;

/// <summary>Figures for the staff's start page.</summary>
public static class ReportEndpoints
{
    public static IServiceCollection AddReports(this IServiceCollection services) =>
        services.AddScoped<SalesFigures>().AddScoped<OpenOrders>().AddScoped<ProductFeed>();

    public static void MapReports(this IEndpointRouteBuilder app)
    {
        var reports = app.MapGroup("/api/reports").RequireRateLimiting(RateLimits.PerCaller);

        reports.MapGet("/turnover", async (SalesFigures figures, CancellationToken cancel) => await figures.TurnoverAsync(cancel));
        reports.MapGet("/turnover/{customer:int}", async (int customer, SalesFigures figures, CancellationToken cancel) => await figures.TurnoverOfAsync(customer, cancel));
        reports.MapGet("/day/{day:datetime}", async (DateTime day, SalesFigures figures, CancellationToken cancel) => await figures.OrdersOnAsync(day, cancel));
        reports.MapGet("/week/{day:datetime}", async (DateTime day, SalesFigures figures, CancellationToken cancel) => await figures.OrdersInWeekAsync(day, cancel));
        reports.MapGet("/oldest-open", async (OpenOrders orders, CancellationToken cancel) => await orders.OldestAsync(cancel));
        reports.MapGet("/newest-open", async (OpenOrders orders, CancellationToken cancel) => await orders.NewestAsync(cancel));
        reports.MapGet("/feed/{batch:int:range(0,200)}", async (int batch, ProductFeed feed, CancellationToken cancel) => await feed.BatchAsync(batch, cancel));
    }
}
