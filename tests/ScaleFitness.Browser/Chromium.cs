using System.Diagnostics;
using Microsoft.Playwright;

namespace ScaleFitness.Browser;

/// <summary>A real browser, without a window: the Chromium of the system, installed from Debian's packages where it is missing and may be.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Find() ?? Install(),
            // Root, as builds in containers are, has no sandbox.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
    }

    /// <summary>A page that tells of everything it asked the network for, and everything it complained of.</summary>
    public async Task<(IPage Page, List<string> Asked, List<string> Said)> OpenAsync(string file, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        var context = await _browser!.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        var page = await context.NewPageAsync();
        List<string> asked = [], said = [];
        page.Request += (_, request) => asked.Add(request.Url);
        page.Console += (_, message) => said.Add(message.Text);
        page.PageError += (_, error) => said.Add(error);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return (page, asked, said);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static string? Find() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)))
            .FirstOrDefault(File.Exists);

    private static string Install()
    {
        using var apt = Process.Start("sh", ["-c", "apt-get update && apt-get install -y --no-install-recommends chromium"]);
        apt.WaitForExit();
        return Find() ?? throw new InvalidOperationException("These tests look at the report in Chromium. Install it (Debian: apt-get install chromium) and put it on the path.");
    }
}
