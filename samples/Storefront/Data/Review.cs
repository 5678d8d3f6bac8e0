namespace Storefront.Data;

/// <summary>What a customer thinks of a product. One each: the model has an index that says so.</summary>
public class Review
{
    public int Id { get; set; }

    public int ProductId { get; set; }

    public int CustomerId { get; set; }

    public int Stars { get; set; }

    public required string Text { get; set; }

    public DateTime WrittenAt { get; set; }

    public bool Hidden { get; set; }
}
