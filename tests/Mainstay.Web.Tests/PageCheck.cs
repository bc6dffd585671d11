namespace Mainstay.Web.Tests;

/// <summary>What every page must be, whoever opens it.</summary>
internal static class PageCheck
{
    /// <summary>No complaint, no request to elsewhere, one question, every control named, headings in order.</summary>
    public static async Task IsQuietAndLabelledAsync(WatchedPage watched)
    {
        Assert.Empty(watched.Errors);
        Assert.Empty(watched.Left);
        Assert.Equal(1, await watched.Page.Locator("h1").CountAsync());
        var unlabelled = await watched.Page.EvaluateAsync<string[]>("""
            [...document.querySelectorAll('input:not([type=hidden]), select, button')]
              .filter(e => !(e.labels && e.labels.length) && !e.getAttribute('aria-label') && !e.textContent.trim())
              .map(e => e.outerHTML)
            """);
        Assert.Empty(unlabelled);
        var levels = await watched.Page.EvaluateAsync<int[]>(
            "[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])");
        Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.InRange(pair.Second, 1, pair.First + 1));
        Assert.Empty(await watched.Page.EvaluateAsync<string[]>("""
            Object.entries(Object.groupBy([...document.querySelectorAll('[id]')], e => e.id))
              .filter(([, found]) => found.length > 1).map(([id]) => id)
            """));
    }

    /// <summary>Every text stands out, and the page is as wide as its screen.</summary>
    public static async Task IsReadableAsync(WatchedPage watched, int width)
    {
        Assert.Empty(await Contrast.TooFaintAsync(watched.Page));
        Assert.Equal(width, await watched.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }
}
