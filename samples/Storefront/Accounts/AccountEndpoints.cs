using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Storefront.Customers;
using Storefront.Limits;

namespace Storefront.Accounts;

/// <summary>Signing in, and what it saves.</summary>
public static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        var account = app.MapGroup("/api/account").RequireRateLimiting(RateLimits.PerCaller);

        account.MapPost("/sign-in", async (string email, ICustomerDirectory customers, HttpContext context, CancellationToken cancel) =>
        {
            if (await customers.ByEmailAsync(email, cancel) is null)
                return Results.Unauthorized();
            var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, email)], CookieAuthenticationDefaults.AuthenticationScheme);
            await context.SignInAsync(new ClaimsPrincipal(identity));
            return Results.NoContent();
        });

        account.MapGet("/discount", (decimal price, MemberDiscount member, WelcomeDiscount welcome) =>
            Math.Min(member.Of(price), welcome.Of(price)));
    }
}
