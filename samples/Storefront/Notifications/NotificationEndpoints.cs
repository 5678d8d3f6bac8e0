using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
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

        // A few at a time, and still as long as there are customers, or until the proxy hangs up.
        messages.MapPost("/newsletter", async (string text, StorefrontDb db, MessageClient client, CancellationToken cancel) =>
            await Parallel.ForEachAsync(
                db.Customers.AsNoTracking().AsAsyncEnumerable(),
                new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancel },
                async (customer, token) => await client.MailAsync(new Mail(customer.Email, text), token)));
    }
}
