using Mainstay.Cli.Terminal;
using Mainstay.Cli.Worth;
using Mainstay.Cli.Worth.Costing;
using Mainstay.Cli.Worth.Ladder;
using Mainstay.Cli.Worth.Lifetime;
using Mainstay.Cli.Worth.Losing;
using Mainstay.Cli.Worth.Tiers;
using Mainstay.Tests;
using Mainstay.Worth.Losing;

namespace Mainstay.Cli.Tests.Worth;

/// <summary>What a person reads of each answer: in 80 columns, the answer first, what to do next last.</summary>
public sealed class WorthPageTests
{
    private static readonly Figures s_dollars = new("USD", "en");
    private static readonly Figures s_euros = new("EUR", "en");

    public static TheoryData<string> Pages => [.. s_pages.Keys];

    private static readonly Dictionary<string, Action<Page>> s_pages = new()
    {
        ["costs"] = page => CostsPage.Write(page, WorthDocuments.Costs, s_dollars),
        ["ladder"] = page => LadderPage.Write(page, WorthDocuments.Ladder, "quarter", 4_012, s_euros),
        ["clv"] = page => ClvPage.Write(page, WorthDocuments.Clv, s_euros),
        ["tiers"] = page => TiersPage.Write(page, WorthDocuments.Tiers, s_dollars),
        ["losers"] = page => LosersPage.Write(page, WorthDocuments.Losers, s_euros),
        ["what-if"] = page => WhatIfPage.Write(page, WorthDocuments.WhatIf, Asked, s_euros),
        ["overview"] = page => OverviewPage.Write(page, new(
            WorthDocuments.Clv, WorthDocuments.Ladder, WorthDocuments.TierSummaries, WorthDocuments.Tiers.Whale, WorthDocuments.Losers), s_euros),
    };

    private static WhatIfRequest Asked => new() { Action = WhatIfAction.Reprice, Amount = .10m, LeaveProbability = .2m };

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_reads_as_it_did(string name)
    {
        var text = Written(s_pages[name]);

        Assert.All(text.Split('\n'), line => Assert.InRange(TextWidth.Of(line), 0, 80));
        Assert.StartsWith("Next: ", text.TrimEnd().Split('\n').Last(line => line.StartsWith("Next", StringComparison.Ordinal)), StringComparison.Ordinal);
        Golden.Match(text, $"cli/worth/{name}.txt");
    }

    private static string Written(Action<Page> write)
    {
        var text = new StringWriter { NewLine = "\n" };
        write(new Page(text, 80, color: false));
        return text.ToString();
    }
}
