namespace Storefront.Data;

/// <summary>Someone who wants the newsletter.</summary>
public class Subscriber
{
    public int Id { get; set; }

    public required string Email { get; set; }

    public DateTime Since { get; set; }
}
