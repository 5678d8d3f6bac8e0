using System.ComponentModel.DataAnnotations;

namespace Storefront.Data;

/// <summary>Something the shop sells.</summary>
public class Product
{
    public int Id { get; set; }

    public required string Sku { get; set; }

    public required string Name { get; set; }

    public decimal Price { get; set; }

    public int Stock { get; set; }

    public bool Discontinued { get; set; }

    /// <summary>Of two changes at once, the second fails instead of undoing the first.</summary>
    [Timestamp]
    public uint Version { get; set; }
}
