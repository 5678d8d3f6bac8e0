namespace Storefront.Accounts;

/// <summary>Lives as long as the customer it knows: one request.</summary>
public class WelcomeDiscount(CurrentCustomer customer)
{
    public decimal Of(decimal price) => customer.IsMember ? price : price * 0.9m;
}
