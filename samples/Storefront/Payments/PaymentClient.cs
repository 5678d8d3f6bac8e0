using Storefront.Data;

namespace Storefront.Payments;

/// <summary>A typed client: its handlers, and with them its connections, are the factory's.</summary>
public class PaymentClient(HttpClient http) : IPaymentClient
{
    public async Task<string> ChargeAsync(Order order, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "charges")
        {
            Content = JsonContent.Create(new { order.Id, order.Total }),
        };
        request.Headers.Add("Idempotency-Key", $"order-{order.Id}"); // what makes a second try safe
        using var response = await http.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancel);
    }

    public async Task RefundAsync(int order, decimal amount, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "refunds")
        {
            Content = JsonContent.Create(new { order, amount }),
        };
        request.Headers.Add("Idempotency-Key", $"refund-{order}");
        using var response = await http.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
    }
}
