using Storefront.Limits;

namespace Storefront.Invoices;

/// <summary>What goes out with an order, and what is printed for it.</summary>
public static class InvoiceEndpoints
{
    public static IServiceCollection AddInvoices(this IServiceCollection services) =>
        services.AddScoped<InvoiceWriter>().AddScoped<PackingList>().AddScoped<InvoiceNumbers>().AddScoped<OrderFile>();

    public static void MapInvoices(this IEndpointRouteBuilder app)
    {
        var invoices = app.MapGroup("/api/invoices").RequireRateLimiting(RateLimits.PerCaller);

        invoices.MapPost("/", async (InvoiceLine[] lines, InvoiceWriter writer, CancellationToken cancel) => await writer.TotalAsync(lines, cancel));
        invoices.MapPost("/packing", async (InvoiceLine[] lines, PackingList list, CancellationToken cancel) => await list.WriteAsync(lines, cancel));
        invoices.MapPost("/numbers", async (InvoiceNumbers numbers, CancellationToken cancel) => await numbers.NextAsync(cancel));
        invoices.MapPost("/numbers/draft", async (InvoiceNumbers numbers, CancellationToken cancel) => await numbers.NextDraftAsync(cancel));
        invoices.MapGet("/{order:int}/file", async (int order, OrderFile file, CancellationToken cancel) => await file.OfAsync(order, cancel));
        invoices.MapGet("/{order:int}/history", async (int order, OrderFile file, CancellationToken cancel) => await file.WithHistoryAsync(order, cancel));
    }
}
