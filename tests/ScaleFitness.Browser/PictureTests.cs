using Microsoft.Playwright;

namespace ScaleFitness.Browser;

/// <summary>The picture of the composed app, as a person sees it.</summary>
public sealed class PictureTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string Report = Pictures.Write(Pictures.Shop);

    [Fact]
    public async Task The_page_asks_for_nothing_and_complains_of_nothing()
    {
        var (page, asked, said) = await chromium.OpenAsync(Report);
        Assert.Equal([new Uri(Report).AbsoluteUri], asked);
        Assert.Empty(said);
        Assert.Equal(0, await page.Locator("script").CountAsync());
    }

    [Fact]
    public async Task Services_stand_in_the_lane_of_their_lifetime_and_none_covers_another()
    {
        var (page, _, _) = await chromium.OpenAsync(Report);
        var boxes = await Task.WhenAll((await page.Locator(".service rect").AllAsync()).Select(async box => (await box.BoundingBoxAsync())!));
        Assert.Equal(5, boxes.Length);
        Assert.Equal(3, boxes.Select(b => Math.Round(b.X)).Distinct().Count());
        foreach (var lane in boxes.GroupBy(b => Math.Round(b.X)))
            Assert.All(lane.OrderBy(b => b.Y).Zip(lane.OrderBy(b => b.Y).Skip(1)), pair => Assert.True(pair.First.Y + pair.First.Height < pair.Second.Y));
    }

    [Fact]
    public async Task No_name_runs_out_of_its_box()
    {
        var (page, _, _) = await chromium.OpenAsync(Report);
        foreach (var service in await page.Locator(".service").AllAsync())
        {
            var box = (await service.Locator("rect").BoundingBoxAsync())!;
            var name = (await service.Locator("text").BoundingBoxAsync())!;
            Assert.InRange(name.X + name.Width, box.X, box.X + box.Width);
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task A_captive_dependency_is_red_and_text_can_be_read(ColorScheme scheme)
    {
        var (page, _, _) = await chromium.OpenAsync(Report, scheme);
        var captive = page.Locator(".needs.captive");
        Assert.Equal(1, await captive.CountAsync());
        var (red, green, blue) = Rgb(await captive.EvaluateAsync<string>("e => getComputedStyle(e).stroke"));
        Assert.True(red > green + 60 && red > blue + 60, $"{red} {green} {blue}");

        var text = Rgb(await page.Locator(".service text").First.EvaluateAsync<string>("e => getComputedStyle(e).fill"));
        var box = Rgb(await page.Locator(".service rect").First.EvaluateAsync<string>("e => getComputedStyle(e).fill"));
        Assert.True(Contrast(text, box) >= 4.5, $"{text} on {box}");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task The_page_is_no_wider_than_the_window(int width)
    {
        var (page, _, _) = await chromium.OpenAsync(Report, width: width);
        Assert.Empty(await page.EvaluateAsync<string[]>("""
            () => document.documentElement.scrollWidth <= innerWidth ? [] :
                [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > innerWidth && !e.closest('table, .container, pre')).map(e => `${e.tagName}.${e.className} in ${e.closest('section')?.id}`)
            """));
    }

    [Fact]
    public async Task Endpoints_lead_to_the_findings_they_reach()
    {
        var (page, _, _) = await chromium.OpenAsync(Report);
        var rows = page.Locator(".endpoints tr");
        Assert.Contains("none", await rows.Nth(1).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("/orders/{id:int}/<b>", await rows.Nth(2).InnerTextAsync(), StringComparison.Ordinal);
        await rows.Nth(1).Locator("a").ClickAsync();
        Assert.True(await page.Locator("#SC-1").EvaluateAsync<bool>("e => e.matches(':target')"));
    }

    [Fact]
    public async Task Entities_show_rows_indexes_and_what_has_none()
    {
        var (page, _, _) = await chromium.OpenAsync(Report);
        Assert.Equal("Order orders 10,000 Id (unique), CustomerId Number", (await page.Locator(".entities tr").Nth(1).InnerTextAsync()).Replace('\t', ' '));
    }

    private static (double Red, double Green, double Blue) Rgb(string css)
    {
        var parts = css[(css.IndexOf('(', StringComparison.Ordinal) + 1)..].TrimEnd(')').Split(',').Select(p => double.Parse(p, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return (parts[0], parts[1], parts[2]);
    }

    /// <summary>WCAG 2.1, contrast ratio of relative luminances.</summary>
    private static double Contrast((double, double, double) a, (double, double, double) b)
    {
        var (high, low) = (Math.Max(Luminance(a), Luminance(b)), Math.Min(Luminance(a), Luminance(b)));
        return (high + 0.05) / (low + 0.05);
    }

    private static double Luminance((double Red, double Green, double Blue) colour)
    {
        static double Linear(double channel) => channel / 255 <= 0.03928 ? channel / 255 / 12.92 : Math.Pow(((channel / 255) + 0.055) / 1.055, 2.4);
        return (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));
    }
}
