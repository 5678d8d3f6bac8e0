namespace Storefront.Data;

/// <summary>What a visitor may buy yet.</summary>
public class Basket
{
    public int Id { get; set; }

    public DateTime TouchedAt { get; set; }
}
