using Microsoft.AspNetCore.DataProtection;

// No word of Data Protection at start-up: the provider is there all the same, with keys of its own.
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddDataProtection();
builder.Services.AddScoped<Unsubscribe>();
var app = builder.Build();
app.MapGet("/unsubscribe/{token}", (string token, Unsubscribe unsubscribe) => unsubscribe.Open(token));
app.Run();

public class Unsubscribe(IDataProtectionProvider protection)
{
    public string Open(string token)
    {
        var protector = protection.CreateProtector("unsubscribe").ToTimeLimitedDataProtector(); // finding SF1008 HIGH @high
        return protector.Unprotect(token);
    }
}
