namespace Microsoft.Identity.Web;

public class MicrosoftIdentityWebAppAuthenticationBuilder;

public static class MicrosoftIdentityWebAppAuthenticationBuilderExtensions
{
    public static MicrosoftIdentityWebAppAuthenticationBuilder AddMicrosoftIdentityWebApp(this Microsoft.AspNetCore.Authentication.AuthenticationBuilder builder, IConfiguration configuration, string configSectionName = "AzureAd") => null!;
}

public static class MicrosoftIdentityWebAppServiceCollectionExtensions
{
    public static MicrosoftIdentityWebAppAuthenticationBuilder AddMicrosoftIdentityWebAppAuthentication(this IServiceCollection services, IConfiguration configuration, string configSectionName = "AzureAd") => null!;
}
