namespace Storefront.Notifications;

/// <summary>The provider that delivers mail and text messages.</summary>
public class MessageClient(HttpClient http)
{
    public async Task MailAsync(Mail mail, CancellationToken cancel)
    {
        using var response = await http.PostAsJsonAsync("mails", mail, cancel);
        response.EnsureSuccessStatusCode();
    }

    public async Task TextAsync(string text, CancellationToken cancel)
    {
        using var response = await http.PostAsJsonAsync("texts", text, cancel);
        response.EnsureSuccessStatusCode();
    }
}
