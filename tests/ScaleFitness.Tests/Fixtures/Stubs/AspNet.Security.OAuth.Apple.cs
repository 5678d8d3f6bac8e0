namespace Microsoft.Extensions.DependencyInjection;

public static class AppleAuthenticationExtensions
{
    public static Microsoft.AspNetCore.Authentication.AuthenticationBuilder AddApple(this Microsoft.AspNetCore.Authentication.AuthenticationBuilder builder) => builder;
}
