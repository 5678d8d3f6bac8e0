namespace Microsoft.Extensions.DependencyInjection;

public static class MicrosoftAccountExtensions
{
    public static Microsoft.AspNetCore.Authentication.AuthenticationBuilder AddMicrosoftAccount(this Microsoft.AspNetCore.Authentication.AuthenticationBuilder builder) => builder;
}
