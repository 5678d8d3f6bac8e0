namespace Microsoft.Extensions.DependencyInjection
{
    public interface IIdentityServerBuilder
    {
        IServiceCollection Services { get; }
    }

    public static class IdentityServerServiceCollectionExtensions
    {
        public static IIdentityServerBuilder AddIdentityServer(this IServiceCollection services) => null!;
    }

    public static class IdentityServerBuilderExtensionsCrypto
    {
        public static IIdentityServerBuilder AddDeveloperSigningCredential(this IIdentityServerBuilder builder, bool persistKey = true, string? filename = null) => builder;

        public static IIdentityServerBuilder AddSigningCredential(this IIdentityServerBuilder builder, System.Security.Cryptography.X509Certificates.X509Certificate2 certificate) => builder;
    }

    public static class IdentityServerBuilderExtensionsInMemory
    {
        public static IIdentityServerBuilder AddInMemoryPersistedGrants(this IIdentityServerBuilder builder) => builder;
    }
}
