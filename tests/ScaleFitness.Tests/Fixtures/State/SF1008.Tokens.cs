// Two token servers with keys for development, in a deployed app.
var builder = WebApplication.CreateBuilder(args);
var identity = builder.Services.AddIdentityServer();
identity.AddDeveloperSigningCredential(); // finding SF1008 HIGH @high
identity.AddInMemoryPersistedGrants(); // finding SF1008 HIGH @high
builder.Services.AddOpenIddict().AddServer(options =>
{
    options.AddEphemeralEncryptionKey(); // finding SF1008 HIGH @high
    options.AddDevelopmentSigningCertificate(); // finding SF1008 HIGH @high
});
var app = builder.Build();
app.MapGet("/", () => "tokens");
app.Run();
