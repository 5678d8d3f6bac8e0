namespace Storefront.Reviews;

/// <summary>A review, as it is sent.</summary>
public record NewReview(int Product, int Customer, int Stars, string Text);
