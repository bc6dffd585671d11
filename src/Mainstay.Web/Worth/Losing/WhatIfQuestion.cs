using System.Globalization;
using Mainstay.Worth;
using Mainstay.Worth.Losing;
using Microsoft.AspNetCore.Http;

namespace Mainstay.Web.Worth.Losing;

/// <summary>What is thought of doing, as the address holds it: shares in percent, for people type percent.</summary>
public sealed record WhatIfQuestion
{
    public string Action { get; init; } = WhatIfAction.Reprice;

    /// <summary>Percent added to prices.</summary>
    public decimal PricesUp { get; init; } = 10;

    /// <summary>Percent of service that goes.</summary>
    public decimal ServiceLess { get; init; } = 50;

    /// <summary>Smallest order still taken.</summary>
    public decimal MinimumOrder { get; init; } = 50;

    /// <summary>Percent who leave because of it.</summary>
    public decimal Leaving { get; init; }

    public string WhichTier { get; init; } = Tier.Losing;

    /// <summary>Keys; empty: the whole tier.</summary>
    public IReadOnlyList<string> Customers { get; init; } = [];

    public bool WithExceptions { get; init; }

    /// <summary>Reads an address; what makes no sense is the default.</summary>
    public static WhatIfQuestion Read(IQueryCollection query)
    {
        var usual = new WhatIfQuestion();
        return new WhatIfQuestion
        {
            Action = OneOf(WhatIfAction.All, query["action"].ToString()) ?? usual.Action,
            PricesUp = Number(query["prices"].ToString()) ?? usual.PricesUp,
            ServiceLess = Number(query["service"].ToString()) ?? usual.ServiceLess,
            MinimumOrder = Number(query["minimum"].ToString()) ?? usual.MinimumOrder,
            Leaving = Number(query["leave"].ToString()) ?? usual.Leaving,
            WhichTier = OneOf(Tier.All, query["tier"].ToString()) ?? usual.WhichTier,
            Customers = [.. query["customer"].Where(key => !string.IsNullOrWhiteSpace(key)).Select(key => key!.Trim())],
            WithExceptions = query["exceptions"] == "on",
        };
    }

    /// <summary>Why it cannot be answered, in the words of the form; null where it can.</summary>
    public string? Mistake => this switch
    {
        { Leaving: < 0 or > 100 } => Outside("Of them leave", Leaving, "between 0 and 100 percent"),
        { Action: WhatIfAction.Reprice, PricesUp: < -100 } => Outside("Prices up by", PricesUp, "above −100 percent"),
        { Action: WhatIfAction.SelfService, ServiceLess: < 0 or > 100 } =>
            Outside("Service that goes", ServiceLess, "between 0 and 100 percent"),
        { Action: WhatIfAction.MinimumOrder, MinimumOrder: <= 0 } =>
            Outside("Smallest order taken", MinimumOrder, "above 0"),
        _ => null,
    };

    /// <summary>As the question is answered: shares as fractions.</summary>
    public WhatIfRequest Request => new()
    {
        Action = Action,
        Tier = WhichTier,
        Customers = Customers,
        Amount = (Action == WhatIfAction.SelfService ? ServiceLess : PricesUp) / 100,
        MinimumOrder = MinimumOrder,
        LeaveProbability = Leaving / 100,
        WithExceptions = WithExceptions,
    };

    private static string Outside(string field, decimal found, string expected) => string.Create(
        CultureInfo.InvariantCulture, $"“{field}” is {found}, but must be {expected}. Correct it above.");

    private static string? OneOf(IReadOnlyList<string> known, string text) => known.Contains(text) ? text : null;

    // A page's number field sends a point whatever the language.
    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < 1e12m ? number : null;
}
