using Microsoft.AspNetCore.DataProtection;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider(); // finding SF1008 HIGH @high
builder.Services.AddScoped<Links.Invitations>();
var app = builder.Build();
app.MapPost("/invitations/{id:int}", (int id, Links.Invitations invitations) => invitations.LinkTo(id));
app.MapGet("/invitations/{token}", (string token, Links.Invitations invitations) => invitations.Open(token));
app.Run();

namespace Links
{
    public class Invitations(IDataProtectionProvider protection)
    {
        private readonly IDataProtector _protector = protection.CreateProtector("invitations");

        public string LinkTo(int id) => _protector.Protect(id.ToString());

        public string Open(string token) => _protector.Unprotect(token);
    }
}
