using System.Threading.Channels;
using Storefront.Customers;
using Storefront.Limits;

namespace Storefront.Notifications;

/// <summary>What the shop's staff sends.</summary>
public static class NotificationEndpoints
{
    public static void MapNotifications(this IEndpointRouteBuilder app)
    {
        app.MapHub<OrderHub>("/hubs/orders").RequireRateLimiting(RateLimits.PerCaller);
        var messages = app.MapGroup("/api/messages").RequireRateLimiting(RateLimits.PerCaller);

        messages.MapPost("/mail", async (Mail mail, Channel<Mail> queue, CancellationToken cancel) =>
            await queue.Writer.WriteAsync(mail, cancel));

        messages.MapPost("/text", async (string text, TextQueue queue) => await queue.AddAsync(text));

        messages.MapPost("/survey", (string email, MessageClient client) =>
        {
            _ = Task.Run(() => client.MailAsync(new Mail(email, "How did we do?"), CancellationToken.None));
            return Results.Accepted();
        });

        // As long as there are customers, or until the proxy hangs up.
        messages.MapPost("/newsletter", async (string text, ICustomerDirectory customers, MessageClient client, CancellationToken cancel) =>
        {
            foreach (var customer in await customers.ActiveAsync(cancel))
                await client.MailAsync(new Mail(customer.Email, text), cancel);
        });
    }
}
