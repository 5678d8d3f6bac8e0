namespace Microsoft.Extensions.DependencyInjection;

public static class WsFederationExtensions
{
    public static Microsoft.AspNetCore.Authentication.AuthenticationBuilder AddWsFederation(this Microsoft.AspNetCore.Authentication.AuthenticationBuilder builder) => builder;
}
