namespace Microsoft.Extensions.DependencyInjection;

public static class GitHubAuthenticationExtensions
{
    public static Microsoft.AspNetCore.Authentication.AuthenticationBuilder AddGitHub(this Microsoft.AspNetCore.Authentication.AuthenticationBuilder builder) => builder;
}
