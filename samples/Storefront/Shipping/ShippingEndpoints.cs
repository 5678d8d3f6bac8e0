using Storefront.Limits;

namespace Storefront.Shipping;

/// <summary>What shipping costs, where a parcel is, and whether an address exists.</summary>
public static class ShippingEndpoints
{
    public static void MapShipping(this IEndpointRouteBuilder app)
    {
        var shipping = app.MapGroup("/api/shipping").RequireRateLimiting(RateLimits.PerCaller);

        shipping.MapGet("/quote/{country}", async (string country, CancellationToken cancel) =>
        {
            using var http = new HttpClient();
            return await http.GetStringAsync($"https://carrier.example.com/quotes/{country}", cancel);
        });

        shipping.MapGet("/address", async (string street, IAddressCheck addresses, CancellationToken cancel) =>
            await addresses.ExistsAsync(street, cancel));

        shipping.MapGet("/parcels/{number}", async (string number, IParcelTracking parcels, CancellationToken cancel) =>
            await parcels.WhereAsync(number, cancel));

        shipping.MapGet("/stock/{sku}", async (string sku, WarehouseStock stock, CancellationToken cancel) =>
            await stock.OfAsync(sku, cancel));

        shipping.MapGet("/holidays/{year:int}", async (int year, CancellationToken cancel) =>
            await HolidayCalendar.OfAsync(year, cancel));
    }
}
