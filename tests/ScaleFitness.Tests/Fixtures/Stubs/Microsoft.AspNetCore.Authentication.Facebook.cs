namespace Microsoft.Extensions.DependencyInjection;

public static class FacebookAuthenticationOptionsExtensions
{
    public static Microsoft.AspNetCore.Authentication.AuthenticationBuilder AddFacebook(this Microsoft.AspNetCore.Authentication.AuthenticationBuilder builder) => builder;
}
