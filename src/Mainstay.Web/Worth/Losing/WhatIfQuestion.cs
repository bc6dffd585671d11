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

    /// <summary>What stands in the address and cannot be read, by name; the first of them is said.</summary>
    private Dictionary<string, string> Unread { get; init; } = [];

    /// <summary>Reads an address; what is not there is the default.</summary>
    public static WhatIfQuestion Read(IQueryCollection query)
    {
        var (usual, unread) = (new WhatIfQuestion(), new Dictionary<string, string>(StringComparer.Ordinal));
        return new WhatIfQuestion
        {
            Action = Known("action", WhatIfAction.All) ?? usual.Action,
            PricesUp = Typed("prices") ?? usual.PricesUp,
            ServiceLess = Typed("service") ?? usual.ServiceLess,
            MinimumOrder = Typed("minimum") ?? usual.MinimumOrder,
            Leaving = Typed("leave") ?? usual.Leaving,
            WhichTier = Known("tier", Tier.All) ?? usual.WhichTier,
            Unread = unread,
            Customers = [.. query["customer"].Where(key => !string.IsNullOrWhiteSpace(key)).Select(key => key!.Trim())],
            WithExceptions = query["exceptions"] == "on",
        };

        string? Known(string name, IReadOnlyList<string> known)
        {
            var text = query[name].ToString();
            if (text.Length == 0 || known.Contains(text))
                return text.Length == 0 ? null : text;
            unread[name] = text;
            return null;
        }

        decimal? Typed(string name)
        {
            if (!query.TryGetValue(name, out var typed))
                return null;
            var number = Number(typed.ToString().Trim());
            if (number is null)
                unread[name] = typed.ToString();
            return number;
        }
    }

    /// <summary>Why it cannot be answered, in the words of the form; null where it can.</summary>
    public string? Mistake => Unreadable ?? this switch
    {
        { Leaving: < 0 or > 100 } => Outside(LeavingLabel, Leaving, "between 0 and 100 percent"),
        { Action: WhatIfAction.Reprice, PricesUp: < 0 or > 1000 } =>
            Outside("Prices up by", PricesUp, "between 0 and 1000 percent"),
        { Action: WhatIfAction.SelfService, ServiceLess: < 0 or > 100 } =>
            Outside("Service that goes", ServiceLess, "between 0 and 100 percent"),
        { Action: WhatIfAction.MinimumOrder, MinimumOrder: <= 0 } =>
            Outside("Smallest order taken", MinimumOrder, "above 0"),
        _ => null,
    };

    private string LeavingLabel =>
        Action == WhatIfAction.MinimumOrder ? "Small orders not placed" : "Of them leave";

    private string? Unreadable
    {
        get
        {
            foreach (var (name, label) in Labels())
            {
                if (Unread.TryGetValue(name, out var found))
                    return $"“{label}” is {(found.Length == 0 ? "empty" : $"“{found}”")}, but must be "
                        + $"{(name is "action" or "tier" ? "one of the choices" : "a number, such as 12.5")}. "
                        + "Correct it above.";
            }

            return null;
        }
    }

    /// <summary>The fields this action asks for; what others hold does not matter.</summary>
    private IEnumerable<(string Name, string Label)> Labels()
    {
        yield return ("action", "What if we");
        if (Action == WhatIfAction.Reprice)
            yield return ("prices", "Prices up by");
        if (Action == WhatIfAction.SelfService)
            yield return ("service", "Service that goes");
        if (Action == WhatIfAction.MinimumOrder)
            yield return ("minimum", "Smallest order taken");
        if (Action != WhatIfAction.LetGo)
            yield return ("leave", LeavingLabel);
        if (Customers.Count == 0)
            yield return ("tier", "Whom");
    }

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

    // A page's number field sends a point whatever the language.
    private static decimal? Number(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture, out var number)
        && Math.Abs(number) < 1e12m ? number : null;
}
