using System.Security.Cryptography.X509Certificates;

namespace Microsoft.Extensions.DependencyInjection
{
    public sealed class OpenIddictBuilder
    {
    }

    public sealed class OpenIddictServerBuilder
    {
        public OpenIddictServerBuilder AddDevelopmentEncryptionCertificate() => this;

        public OpenIddictServerBuilder AddDevelopmentSigningCertificate() => this;

        public OpenIddictServerBuilder AddEphemeralEncryptionKey() => this;

        public OpenIddictServerBuilder AddEphemeralSigningKey() => this;

        public OpenIddictServerBuilder AddEncryptionCertificate(X509Certificate2 certificate) => this;

        public OpenIddictServerBuilder AddSigningCertificate(X509Certificate2 certificate) => this;
    }

    public static class OpenIddictExtensions
    {
        public static OpenIddictBuilder AddOpenIddict(this IServiceCollection services) => new();
    }

    public static class OpenIddictServerExtensions
    {
        public static OpenIddictBuilder AddServer(this OpenIddictBuilder builder, Action<OpenIddictServerBuilder> configuration) => builder;
    }
}
