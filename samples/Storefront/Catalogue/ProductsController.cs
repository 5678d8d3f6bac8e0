using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Storefront.Data;
using Storefront.Limits;

namespace Storefront.Catalogue;

/// <summary>Products, page by page.</summary>
[ApiController]
[Route("api/products")]
[EnableRateLimiting(RateLimits.PerCaller)]
public class ProductsController(IProductRepository products, IPriceService prices) : ControllerBase
{
    [HttpGet]
    public async Task<List<Product>> List(CancellationToken cancel, int page = 0, int size = 20) =>
        await products.PageAsync(page, size, cancel);

    [HttpGet("{sku}")]
    public async Task<ActionResult<Product>> Get(string sku, CancellationToken cancel) =>
        await products.FindAsync(sku, cancel) is { } product ? product : NotFound();

    [HttpGet("{sku}/price")]
    public async Task<decimal> Price(string sku, string currency, CancellationToken cancel) =>
        await prices.PriceAsync(sku, currency, cancel);
}
