using Mainstay.Worth;
using Mainstay.Worth.Costing;
using Mainstay.Worth.Ladder;
using Mainstay.Worth.Lifetime;
using Mainstay.Worth.Losing;
using Mainstay.Worth.Tiers;

namespace Mainstay.Cli.Tests.Worth;

/// <summary>Answers of Worth as a page meets them, with the awkward figures in: over-use, losses, names unknown.</summary>
internal static class WorthDocuments
{
    private static readonly DateOnly s_asOf = new(2026, 3, 31);

    /// <summary>The customer service department of the classic case, and a packing bench that worked overtime.</summary>
    public static CostsDocument Costs { get; } = new()
    {
        AsOf = s_asOf,
        Currency = "USD",
        Pools =
        [
            Pool("customer service", 560_000m, 700_000m, 578_600m, 97_120m, 0.80m, null, null, CostMark.Measured),
            Pool("packing", 1_800m, 6_000m, 6_600m, -180m, 0.30m, new(2026, 1, 1), s_asOf, CostMark.Estimated),
        ],
        Activities =
        [
            Activity("order", "customer service", 8, 6.40m, 49_000, 313_600m, CostMark.TimeStudy),
            Activity("credit check", "customer service", 50, 40m, 2_500, 100_000m, CostMark.TimeStudy),
            Activity("inquiry", "customer service", 44, 35.20m, 1_400, 49_280m, CostMark.TimeStudy),
            Activity("packaging", "packing", 6.6m, 1.98m, 1_000, 1_980m, CostMark.Estimated)
                with { Equation = "0.5 + 6.5*special + 0.2*air" },
            Activity("visit", null, null, 120m, 3, 360m, CostMark.Default),
        ],
        Sensitivity = new(0.25m, 465_220m, 2_340m, 464_635m, 465_805m),
        Restatements = [new("cost of goods, order lines", 312, 1_200m, 1_340.50m, 140.50m)],
        Reconciliation = new("cost_to_serve", "USD", 465_220m, 460_000m, 5_220m, 0),
        Notes = ["7 of \"gift wrapping\": neither minutes nor a rate is known."],
    };

    public static LadderDocument Ladder { get; } = new()
    {
        AsOf = s_asOf,
        Currency = "EUR",
        Steps = Steps(412_380.50m, 180_000m, 151_200m, 139_000m, 98_200m, 91_700m),
        Unassigned = new Dictionary<string, decimal> { ["net_revenue"] = 4_100m, ["after_marketing"] = -2_300m },
        ByPeriod =
        [
            new(new(2025, 10, 1), new(2025, 12, 31), true, Steps(300_000m, 130_000m, 110_000m, 101_000m, 70_000m, 66_000m)),
            new(new(2026, 1, 1), s_asOf, false, Steps(112_380m, 50_000m, 41_200m, 38_000m, 28_200m, -25m)),
        ],
        ByCustomer =
        [
            new("a-customer-with-a-rather-long-key@example.org", 9_000m, 4_000m, 3_900m, 3_900m, 3_850m, 3_800m),
            new("c02", 120m, 60m, 48m, -12m, -80m, -95m),
        ],
        UnusedCapacityCost = 97_120m,
        Low = 86_000m,
        High = 97_400m,
        Mark = CostMark.Default,
        Reconciliation = new("after_marketing", "EUR", 91_700m, 94_000m, -2_300m, 0),
    };

    public static ClvDocument Clv { get; } = new()
    {
        Assumptions = new()
        {
            AsOf = s_asOf,
            Currency = "EUR",
            DiscountRate = 0.10m,
            AttritionModel = "mbg-nbd",
            SpendModel = "gamma-gamma",
            CompanyMarginRate = 0.34,
            CompanyServiceRate = 0.06,
            ReferralTypeOne = 0.5m,
            ReferralTypeOneMark = "default",
            AverageAcquisitionCost = 12.50m,
            IntervalLevel = 0.9,
            IntervalReason = null,
        },
        Equity = new(365_700m, 330_000m, 403_000m, 0.9, 91_700m, 286_000m, 12_000m),
        Ceilings = new()
        {
            NewCustomer = 88.20m,
            Prospect = 2.65m,
            LeadConversion = 0.03,
            Recruit = null,
            MeanReferralValue = 410m,
            Reasons = ["too few have referred anybody to say what a recruit brings"],
        },
        UnassignedAcquisitionCost = 300m,
        Customers =
        [
            Clv1("c01", "Ann Oak", 3_800m, 1_312m, 1_240m, 2_395m, 12.50m, 410m, CostMark.Measured),
            Clv1("c02", null, -95m, -14m, -60m, 35m, 12.50m, 0, CostMark.Estimated),
            Clv1("c03", null, 40m, null, null, null, 0, 0, CostMark.Default),
        ],
        CustomersTotal = 4_012,
    };

    public static TiersDocument Tiers { get; } = new()
    {
        AsOf = s_asOf,
        Currency = "USD",
        Tiers =
        [
            Tier1(Tier.Gold, 50, .05, 80_000m, .8, .8, 16, .97, 48),
            Tier1(Tier.Strong, 110, .11, 25_000m, .25, 1.05, 25.0 / 11, .88, 112),
            Tier1(Tier.Steady, 280, .28, 16_000m, .16, 1.21, 16.0 / 28, .91, 280),
            Tier1(Tier.Thin, 280, .28, 2_000m, .02, 1.23, 2.0 / 28, .8, 281),
            Tier1(Tier.Losing, 280, .28, -23_000m, -.23, 1, -23.0 / 28, .9, 279),
        ],
        TiersReason = null,
        Whale = new(1.23, .72, 23_000m, 100_000m, []) { Area = 1.08, StobachoffIndex = .8115 },
        Movement = new("quarter", new(2025, 12, 31), s_asOf,
        [
            new(Tier.Gold, Tier.Gold, 45), new(Tier.Gold, Tier.Losing, 2), new(Tier.Steady, Tier.Strong, 30),
            new(null, Tier.Thin, 12),
        ]),
        Gold =
        [
            new("c01", "Ann Oak", 3_800m, .038, 1_312m,
                [new("purchase_days", 31, 2), new("spend_per_day", 140.5, 60), new("service_rate", .01, .09)]),
            new("c07", null, 2_100.50m, .021, null, [new("margin_rate", .61, .3)]),
        ],
        Reconciliation = new("margin_to_date", "USD", 100_000m, 100_000m, 0, 0),
    };

    /// <summary>The same tiers as an analysis has them.</summary>
    public static IReadOnlyList<TierSummary> TierSummaries { get; } =
    [
        .. Tiers.Tiers.Select(tier => new TierSummary(
            tier.Name, tier.Customers, tier.ShareOfCustomers, tier.Profit, tier.ShareOfProfit)),
    ];

    public static LosersDocument Losers { get; } = new()
    {
        AsOf = s_asOf,
        Currency = "EUR",
        Customers =
        [
            Loser("c17", "Harold's Chairs", -1_400m, -820m, new SmallestChange("returns", .4),
                new KeptCustomer("prestige", "Ann", new(2025, 1, 1), new(2026, 3, 1), "in every brochure"),
                new LossCause("returns", 900m), new LossCause("support", 620m), new LossCause("discounts", 80m)),
            Loser("c42", null, -95.20m, 15m, new SmallestChange("reprice", .08), null, new LossCause("small_orders", 70m)),
            Loser("=1+1", null, -3m, -3m, null, null),
        ],
        CustomersTotal = 611,
        NeverBought = new(14, -230m),
        Contribution = -38_900m,
        Minutes = 12_400m,
        GoldEarnsPerMinute = 2.4m,
    };

    public static WhatIfDocument WhatIf { get; } = new()
    {
        AsOf = s_asOf,
        Currency = "EUR",
        Action = WhatIfAction.Reprice,
        Customers = 610,
        Excepted = 1,
        Contribution = -37_500m,
        AvoidableContribution = 4_200m,
        Change = 9_300m,
        ChangeIfAllStay = 12_675m,
        ChangeLow = 8_900m,
        ChangeHigh = 9_700m,
        LeaveProbability = 0.2m,
        BreakEvenLeaveProbability = .751,
        BreakEvenReason = null,
        Capacity = new(2_500m, 1, 480m, 500m),
        Trap = new(41_700m, 3_402, 12.26m, 38),
    };

    private static PoolUse Pool(
        string name, decimal cost, decimal capacity, decimal used, decimal unusedCost, decimal rate, DateOnly? from,
        DateOnly? until, string mark) => new()
        {
            Name = name,
            From = from,
            Until = until,
            Cost = cost,
            CapacityMinutes = capacity,
            UsedMinutes = used,
            UnusedMinutes = capacity - used,
            UnusedCost = unusedCost,
            RatePerMinute = rate,
            UsedShare = (double)(used / capacity),
            AvoidableShare = 0.5m,
            StepMinutes = null,
            Mark = mark,
        };

    private static ActivityCost Activity(
        string name, string? pool, decimal? minutes, decimal unitCost, decimal quantity, decimal cost, string mark) => new()
        {
            Name = name,
            Pool = pool,
            UnitMinutes = minutes,
            Equation = null,
            UnitCost = unitCost,
            Quantity = quantity,
            Minutes = quantity * (minutes ?? 0),
            Cost = cost,
            CustomerCost = cost,
            Category = CostCategory.Of(name),
            Mark = mark,
        };

    private static LadderAmount[] Steps(params decimal[] amounts) =>
        [.. LadderStep.All.Zip(amounts, (name, amount) => new LadderAmount(name, amount))];

    private static CustomerClv Clv1(
        string key, string? name, decimal margin, decimal? residual, decimal? low, decimal? high, decimal won,
        decimal brought, string mark) => new()
        {
            Customer = key,
            Name = name,
            MarginToDate = margin,
            ResidualValue = residual,
            Low = low,
            High = high,
            AcquisitionCost = won,
            OwnLifetimeValue = margin + residual - won,
            ReferralValue = brought,
            LifetimeValue = margin + residual - won + brought,
            ValueAtAcquisition = residual is { } later ? later + 90 : null,
            InvestmentCeiling = residual is { } more ? Math.Max(0, more) : null,
            Mark = mark,
        };

    private static ProfitTier Tier1(
        string name, long customers, double share, decimal profit, double ofProfit, double cumulative, double index,
        double sure, long held) => new()
        {
            Name = name,
            Customers = customers,
            ShareOfCustomers = share,
            Profit = profit,
            ShareOfProfit = ofProfit,
            CumulativeShareOfProfit = cumulative,
            ProfitIndex = index,
            LowestMargin = null,
            Probability = sure,
            Held = held,
        };

    private static LosingCustomer Loser(
        string key, string? name, decimal contribution, decimal avoidable, SmallestChange? change,
        KeptCustomer? exception, params LossCause[] causes) => new()
        {
            Customer = key,
            Name = name,
            NetRevenue = 500m,
            Contribution = contribution,
            AvoidableContribution = avoidable,
            Causes = causes,
            BreakEvenMultiplier = 1.08,
            BreakEvenReason = null,
            SmallestChange = change,
            Minutes = 340m,
            TakenFromGold = 816m,
            Exception = exception,
        };
}
