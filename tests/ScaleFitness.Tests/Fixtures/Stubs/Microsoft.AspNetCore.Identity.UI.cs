namespace Microsoft.Extensions.DependencyInjection;

public static class IdentityServiceCollectionUIExtensions
{
    public static Microsoft.AspNetCore.Identity.IdentityBuilder AddDefaultIdentity<TUser>(this IServiceCollection services) where TUser : class => null!;
}
