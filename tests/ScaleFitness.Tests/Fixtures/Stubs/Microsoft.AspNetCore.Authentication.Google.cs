namespace Microsoft.Extensions.DependencyInjection;

public static class GoogleExtensions
{
    public static Microsoft.AspNetCore.Authentication.AuthenticationBuilder AddGoogle(this Microsoft.AspNetCore.Authentication.AuthenticationBuilder builder) => builder;
}
