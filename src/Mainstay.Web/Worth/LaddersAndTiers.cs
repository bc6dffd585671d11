using Mainstay.Web.Shell;

namespace Mainstay.Web.Worth;

/// <summary>What the figures of costs, tiers and lifetime values mean, behind their info marks.</summary>
public static class LaddersAndTiers
{
    public static Definition Equity { get; } = new("equity", "Customer equity", "money, at as-of",
        "What all customers have earned, plus the present value of what they are expected to bring, less what was "
        + "spent on winning them. Credit for customers somebody brought is in no total: those customers are counted "
        + "themselves.");

    public static Definition Left { get; } = new("left", "What is left", "money",
        "Net revenue less the cost of goods, payment fees, delivery, returns handling, the work of serving customers "
        + "and marketing. Capacity nobody used is not in it; it stands under the ladder.");

    public static Definition Stobachoff { get; } = new("stobachoff", "Stobachoff index", "0 to 1",
        "How unevenly profit comes in: 0 when every customer earns the same, towards 1 when a few carry many who "
        + "cost money. It is the area between the whale curve and the even line, as a share of what it could be.");

    public static Definition NewCustomer { get; } = new("new-customer", "Spend to win one", "money",
        "The most it makes sense to spend on winning a customer: what somebody new is worth on the day they first "
        + "buy, first purchase included.");

    public static Definition ProfitIndex { get; } = new("profit-index", "Profit index", "1 is average",
        "A tier's share of profit over its share of customers: at 16, each of them earns sixteen times the average.");

    public static Definition Sure { get; } = new("sure", "How sure", "probability",
        "The mean probability that those in the tier belong in it, costs that were estimated being what they are.");

    public static Definition Held { get; } = new("held", "Held to be in it", "customers",
        "Customers treated as members of the tier. Somebody changes tier only after two periods in the new one, or "
        + "when it is more than 80 % sure, so that nobody is moved to and fro by chance.");

    public static Definition CostToServe { get; } = new("cost-to-serve", "Cost to serve", "money",
        "What the recorded work for customers cost, minutes at the rate of those who did it or a price of its own, "
        + "with payment fees, delivery, slow payment and marketing where they are recorded. "
        + "Capacity that was paid for and not used is left out, whoever it was kept for.");

    public static Definition Estimated { get; } = new("estimated-cost", "Rests on estimates", "% of cost to serve",
        "The part that rests on a time or a rate somebody estimated, or on our default for want of one. The range "
        + "shows what cost to serve would be with those a quarter lower and a quarter higher.");

    public static Definition Unused { get; } = new("unused-capacity", "Unused capacity", "money",
        "Time that was paid for and that no recorded work took. It is nobody's cost to serve: it belongs to whoever "
        + "keeps the capacity.");

    public static Definition GoldMinute { get; } = new("gold-minute", "A gold minute", "money per minute",
        "What gold customers contributed, over the minutes of work they took. Minutes spent on losing customers could "
        + "have been spent so.");

    public static Definition Avoidable { get; } = new("avoidable", "If they went", "money",
        "What letting them go would change: with a minus it loses money, for costs that do not go with them would "
        + "still have to be paid. Minutes that come free are counted at what a minute costs; a what-if counts only the "
        + "whole steps of capacity that can really be given up.");

    public static Definition BreakEven { get; } = new("break-even", "Break-even price", "× today's prices",
        "The factor on today's prices at which they would cost nothing, if they bought as much as they do.");
}
