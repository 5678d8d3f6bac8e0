namespace Storefront.Shipping;

/// <summary>One line to fetch a page. Each call opens, and leaves behind, a connection of its own.</summary>
public static class WebRequests
{
    public static async Task<string> DownloadAsync(this Uri url, CancellationToken cancel)
    {
        var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        return await http.GetStringAsync(url, cancel);
    }
}
