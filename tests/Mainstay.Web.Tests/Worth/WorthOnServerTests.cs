using System.Globalization;
using System.Text.RegularExpressions;
using Mainstay.Tests;

namespace Mainstay.Web.Tests.Worth;

/// <summary>Every page and file of worth says the same whichever engine holds the ledger.</summary>
public sealed partial class WorthOnServerTests
{
    private static readonly string[] s_pages =
    [
        "/worth", "/worth/costs", "/worth/gold", "/worth/losers", "/worth/what-if", "/ledger/customer?key=C00007",
        "/worth/what-if?action=reprice&prices=10", "/worth/what-if?action=minimum_order&minimum=40",
        "/worth/what-if?action=self_service", "/worth/what-if?action=let_go&leave=50",
    ];

    private static readonly string[] s_files =
        ["clv.csv", "costs.csv", "ladder.csv", "losers.csv", "pools.csv", "tiers.csv", "what-if.csv"];

    [Fact]
    public async Task A_server_says_what_the_embedded_engine_says()
    {
        using var server = PostgresServer.Start();
        await using var remote = new ServerWorkedDashboard(server);
        await using var local = new WorkedDashboard();
        await remote.InitializeAsync();
        await local.InitializeAsync();
        foreach (var page in s_pages)
            Assert.Equal(await TextAsync(local, page), await TextAsync(remote, page));
        foreach (var file in s_files)
            Same(await local.Client.GetStringAsync("/worth/" + file), await remote.Client.GetStringAsync("/worth/" + file), file);
    }

    private static async Task<string> TextAsync(WorkedDashboard shop, string page)
    {
        var text = Spaces().Replace((await shop.GetAsync(page)).QuerySelector("main")!.TextContent, " ");
        Assert.True(text.Length > 300, $"{page}: {text}");
        return text;
    }

    /// <summary>Sums of doubles may be added up in another order.</summary>
    private static void Same(string expected, string actual, string file)
    {
        var (left, right) = (expected.Split(',', '\n'), actual.Split(',', '\n'));
        Assert.Equal(left.Length, right.Length);
        Assert.True(left.Length > 10, file);
        foreach (var (one, other) in left.Zip(right))
        {
            if (one != other)
                Assert.Equal(1, Number(one) / Number(other), 1e-9);
        }

        double Number(string cell) => double.TryParse(cell, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new InvalidOperationException($"{file}: {cell} on one side only");
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
