namespace Microsoft.Extensions.DependencyInjection;

public static class LinkedInAuthenticationExtensions
{
    public static Microsoft.AspNetCore.Authentication.AuthenticationBuilder AddLinkedIn(this Microsoft.AspNetCore.Authentication.AuthenticationBuilder builder) => builder;
}
