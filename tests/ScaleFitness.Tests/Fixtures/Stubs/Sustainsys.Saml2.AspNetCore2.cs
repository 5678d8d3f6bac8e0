namespace Microsoft.Extensions.DependencyInjection;

public static class Saml2AuthExtensions
{
    public static Microsoft.AspNetCore.Authentication.AuthenticationBuilder AddSaml2(this Microsoft.AspNetCore.Authentication.AuthenticationBuilder builder) => builder;
}
