namespace Microsoft.Extensions.DependencyInjection;

public static class OpenIdConnectExtensions
{
    public static Microsoft.AspNetCore.Authentication.AuthenticationBuilder AddOpenIdConnect(this Microsoft.AspNetCore.Authentication.AuthenticationBuilder builder) => builder;
}
