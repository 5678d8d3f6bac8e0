using System.Security.Cryptography.X509Certificates;

// Keys for development in development; a certificate that all instances have elsewhere.
var builder = WebApplication.CreateBuilder(args);
var identity = builder.Services.AddIdentityServer();
if (builder.Environment.IsDevelopment())
    identity.AddDeveloperSigningCredential().AddInMemoryPersistedGrants();
else
    identity.AddSigningCredential(Certificates.Load("sign"));
builder.Services.AddOpenIddict().AddServer(options => Certificates.Arm(options, builder.Environment));
var app = builder.Build();
app.MapGet("/", () => "tokens");
app.Run();

public static class Certificates
{
    public static X509Certificate2 Load(string name) => X509CertificateLoader.LoadPkcs12FromFile($"/certificates/{name}.pfx", null);

    public static void Arm(OpenIddictServerBuilder options, IHostEnvironment environment)
    {
        if (!environment.IsProduction())
        {
            options.AddDevelopmentEncryptionCertificate().AddDevelopmentSigningCertificate();
            return;
        }

        options.AddEncryptionCertificate(Load("encrypt")).AddSigningCertificate(Load("sign"));
    }
}
