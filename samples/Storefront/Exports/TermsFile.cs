namespace Storefront.Exports;

/// <summary>Keeps an upload on the disk of the instance that it happened to reach.</summary>
public static class TermsFile
{
    public static async Task SaveAsync(IFormFile terms, IWebHostEnvironment host, CancellationToken cancel)
    {
        await using var target = File.Create(Path.Combine(host.WebRootPath, "terms.pdf"));
        await terms.CopyToAsync(target, cancel);
    }
}
