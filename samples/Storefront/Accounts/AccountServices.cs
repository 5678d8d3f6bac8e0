using Microsoft.AspNetCore.Authentication.Cookies;

namespace Storefront.Accounts;

/// <summary>Who is signed in, and what that is worth.</summary>
public static class AccountServices
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentCustomer>();

        services.AddSingleton<MemberDiscount>();
        services.AddScoped<WelcomeDiscount>();
        return services;
    }
}
