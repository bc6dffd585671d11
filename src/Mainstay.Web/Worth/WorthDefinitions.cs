using Mainstay.Web.Shell;

namespace Mainstay.Web.Worth;

/// <summary>What each figure of worth and lifecycle means, the same on every page and in the report.</summary>
public static class WorthDefinitions
{
    public static Definition Customers { get; } = new("customers", "Customers", "people or firms",
        "Everyone with at least one purchase day on or before the as-of date. Orders nobody can be named for are "
        + "counted in company totals, never here.");

    public static Definition Earned { get; } = new("earned", "Earned so far", "money, contribution margin",
        "What customers have paid, less refunds, less the variable cost of what they bought, and less all that fees, "
        + "delivery, returns, serving and marketing took, as far as it is recorded. Where an order line's cost is not "
        + "recorded, margin is estimated as a fixed share of net revenue and marked ≈. Not discounted.");

    public static Definition NetRevenue { get; } = new("net-revenue", "Net revenue", "money",
        "Order amounts less refunds. A refund falls in the month in which it was paid back.");

    public static Definition Expected { get; } = new("expected", "Still to come", "money, present value at as-of",
        "The margin customers are expected to bring from the day after as-of, without an end, each future unit of "
        + "money discounted to today. Expected purchases come from the model of repeat buying, spend per purchase from "
        + "the model of spend. It is an estimate. Its interval holds the truth with the stated probability, if the "
        + "models hold: it counts in that parameters are not known exactly, that customers may be gone, that purchases "
        + "come or not, and that spend varies. One customer's interval is wide; that of all together is narrow.");

    public static Definition ExpectedPurchases { get; } = new("expected-purchases", "Purchases next 12 months",
        "purchase days", "Purchase days expected in the 365.25 days after as-of, not discounted.");

    public static Definition LifetimeValue { get; } = new("lifetime-value", "Lifetime value", "money",
        "Earned so far plus what is still to come, less what it cost to win the customer where that is known, plus the "
        + "value of those they referred.");

    public static Definition PurchaseDay { get; } = new("purchase-day", "Purchase day", "days",
        "A calendar day, in the business's time zone, with at least one order that is not cancelled or fully refunded. "
        + "Two orders on one day are one purchase; an order at price zero counts.");

    public static Definition Tier { get; } = new("tier", "Tier", "gold, strong, steady, thin, losing",
        "Customers ranked by what they have earned. Losing are all who cost more than they brought. The rest are cut "
        + "by their share of all customers; the shares stand under the assumptions.");

    public static Definition Losing { get; } = new("losing", "Losing customers", "people or firms",
        "Customers whose costs and refunds exceed what they brought so far. Some are the gold of tomorrow, or send "
        + "others: the figure says who they are, not what to do.");

    public static Definition Whale { get; } = new("whale-curve", "Whale curve", "% of profit by % of customers",
        "Customers in order of profit, most profitable first, and what they earned together. The curve rises while "
        + "customers earn, peaks at the last who does, and falls with each who costs. The fall is what the losing "
        + "customers take back.");

    public static Definition Stage { get; } = new("stage", "Stage", "prospect to member",
        "The furthest a person has come: prospect, lead, first-time buyer (one purchase day), repeat customer (two or "
        + "more), member (holds a membership on the as-of date).");

    public static Definition State { get; } = new("state", "State", "active to lost",
        "Whether they are still with us, judged from their own rhythm: at risk when silent for longer than 80 % of "
        + "their usual pauses, lapsed when more likely gone than not, lost when nine in ten such customers are gone, "
        + "won back when they returned after that.");

    public static Definition PAlive { get; } = new("p-alive", "P(alive)", "probability, 0 to 100 %",
        "The probability that a customer is still a customer, given how often and how recently they bought.");

    public static Definition Retention { get; } = new("retention", "Cohort retention", "% of the cohort",
        "Of the customers whose first purchase fell in a month, the share who bought in each month after it. Months "
        + "that are not over are left blank.");

    public static Definition Frequency { get; } = new("repeat-purchases", "Repeat purchases", "purchase days",
        "Purchase days after a customer's first.");

    public static IReadOnlyList<Definition> All { get; } =
    [
        Customers, Earned, Expected, LifetimeValue, NetRevenue, PurchaseDay, Frequency, ExpectedPurchases, PAlive,
        Tier, Losing, Whale, Stage, State, Retention,
    ];
}
