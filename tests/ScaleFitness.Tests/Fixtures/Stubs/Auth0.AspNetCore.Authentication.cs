namespace Auth0.AspNetCore.Authentication;

public class Auth0WebAppOptions;

public class Auth0WebAppAuthenticationBuilder;

public static class ServiceCollectionExtensions
{
    public static Auth0WebAppAuthenticationBuilder AddAuth0WebAppAuthentication(this IServiceCollection services, Action<Auth0WebAppOptions> configureOptions) => null!;
}
