namespace Storefront.Exports;

/// <summary>A file for the length of one method, which is what a local disk is for.</summary>
public static class ScanCheck
{
    public static async Task<bool> IsCleanAsync(IFormFile scan, CancellationToken cancel)
    {
        var path = Path.GetTempFileName();
        try
        {
            await using (var target = File.Create(path))
                await scan.CopyToAsync(target, cancel);
            return !(await File.ReadAllTextAsync(path, cancel)).Contains("EICAR", StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
