namespace Storefront.Accounts;

/// <summary>The customer of one request.</summary>
public class CurrentCustomer(IHttpContextAccessor context)
{
    public string? Email { get; } = context.HttpContext?.User.Identity?.Name;

    public bool IsMember => Email is not null;
}
