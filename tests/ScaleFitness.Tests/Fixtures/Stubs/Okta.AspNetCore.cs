namespace Okta.AspNetCore;

public class OktaMvcOptions;

public static class OktaAuthenticationOptionsExtensions
{
    public static Microsoft.AspNetCore.Authentication.AuthenticationBuilder AddOktaMvc(this Microsoft.AspNetCore.Authentication.AuthenticationBuilder builder, OktaMvcOptions options) => builder;
}
