namespace Microsoft.Extensions.DependencyInjection;

public static class TwitterExtensions
{
    public static Microsoft.AspNetCore.Authentication.AuthenticationBuilder AddTwitter(this Microsoft.AspNetCore.Authentication.AuthenticationBuilder builder) => builder;
}
