using Mainstay.Worth;
using Mainstay.Worth.Costing;
using Mainstay.Worth.Ladder;
using Mainstay.Worth.Lifetime;
using Mainstay.Worth.Losing;
using Mainstay.Worth.Tiers;
using Mainstay.Web.Tests.Report;

namespace Mainstay.Web.Tests.Worth;

/// <summary>The answers of worth as the reports would hand them over, for the shop of <see cref="SampleAnalysis"/>.</summary>
internal static class SampleWorth
{
    public static readonly DateOnly AsOf = new(2026, 11, 20);

    /// <summary>The quarter of the Harvard article: 0.80 a minute, 121,400 minutes unused; and work that is estimated.</summary>
    public static CostsDocument Costs { get; } = new()
    {
        AsOf = AsOf,
        Currency = "EUR",
        Pools =
        [
            Pool("customer service", 560_000, 700_000, 578_600, "measured"),
            Pool("warehouse", 42_000, 105_000, 118_300, "estimated"),
            Pool("field visits", 18_000, 0, 0, "default") with { Until = null, From = null, RatePerMinute = 0.6667m },
        ],
        Activities =
        [
            Activity("order", "customer service", 8, 6.40m, 49_000, "order_handling", "time_study"),
            Activity("credit check", "customer service", 50, 40, 2_500, "order_handling", "time_study"),
            Activity("inquiry", "customer service", 44, 35.20m, 1_400, "support", "measured"),
            Activity("packing", "warehouse", 2.4m, 0.9612m, 49_000, "order_handling", "estimated") with
            {
                Equation = "0.5 + 6.5*special + 0.2*air",
            },
            Activity("courier", null, null, 12.5m, 310, "special_delivery", "default"),
        ],
        Sensitivity = new(0.25m, 513_853.80m, 50_973.80m, 501_110.35m, 526_597.25m),
        Restatements =
        [
            new("cost of goods", 212, 8_410.20m, 8_902.75m, 492.55m), new("customer service, 2026 Q2", 1, 540_000, 533_110, -6_890),
        ],
        Reconciliation = new("cost_to_serve", "EUR", 513_853.80m, 498_101.20m, 15_752.60m, 0),
        Notes = ["31 activities called “site survey” have neither minutes, a rate nor a pool: they cost nothing here."],
    };

    public static LadderDocument Ladder { get; } = new()
    {
        AsOf = AsOf,
        Currency = "EUR",
        Steps = Steps(1_374_600.25m, 702_310.40m, 641_280.10m, 618_004.22m, 466_200.75m, 431_890.15m),
        Unassigned = new Dictionary<string, decimal>
        {
            [LadderStep.NetRevenue] = 12_500,
            [LadderStep.ProductMargin] = 4_100,
            [LadderStep.AfterFeesAndDelivery] = 3_900,
            [LadderStep.AfterReturns] = 3_900,
            [LadderStep.AfterCostToServe] = -11_852.60m,
            [LadderStep.AfterMarketing] = -14_002.10m,
        },
        ByPeriod = [.. Enumerable.Range(0, 11).Select(Quarter)],
        UnusedCapacityCost = 97_120,
        Low = 418_900.10m,
        High = 444_880.20m,
        Mark = "estimated",
        Reconciliation = new("after_marketing", "EUR", 431_890.15m, 445_892.25m, -14_002.10m, 0),
    };

    public static TiersDocument Tiers { get; } = new()
    {
        AsOf = AsOf,
        Currency = "EUR",
        Tiers =
        [
            .. SampleAnalysis.Shop.Tiers.Select((tier, i) => new ProfitTier
            {
                Name = tier.Name,
                Customers = tier.Customers,
                ShareOfCustomers = tier.ShareOfCustomers,
                Profit = tier.Profit,
                ShareOfProfit = tier.ShareOfProfit,
                CumulativeShareOfProfit = SampleAnalysis.Shop.Tiers.Take(i + 1).Sum(one => one.ShareOfProfit),
                ProfitIndex = tier.ShareOfProfit / tier.ShareOfCustomers,
                LowestMargin = (decimal[])[412.10m, 180.55m, 40.02m, 0, -1_904.20m] is var lowest ? lowest[i] : 0,
                Probability = 0.97 - (0.04 * i),
                Held = tier.Customers + (i == 0 ? 3 : -1),
            }),
        ],
        TiersReason = null,
        Whale = SampleAnalysis.Shop.Whale with { Area = 0.93, StobachoffIndex = 0.64, ShareSubsidised = 0.155 },
        Movement = new("quarter", new(2026, 6, 30), new(2026, 9, 30),
        [
            new("gold", "gold", 182), new("gold", "strong", 9), new("strong", "gold", 12), new("strong", "strong", 380),
            new("steady", "losing", 21), new("thin", "thin", 1_500), new(null, "thin", 88), new("losing", "losing", 540),
            new("losing", "steady", 14),
        ]),
        Gold = [.. Enumerable.Range(1, 24).Select(Gold)],
        Reconciliation = new("margin_to_date", "EUR", 431_890.15m, 445_892.25m, -14_002.10m, 0),
    };

    public static ClvDocument Clv { get; } = new()
    {
        Assumptions = new()
        {
            AsOf = AsOf,
            Currency = "EUR",
            DiscountRate = 0.10m,
            AttritionModel = "bg-nbd",
            SpendModel = "gamma-gamma",
            CompanyMarginRate = 0.45,
            CompanyServiceRate = 0.11,
            ReferralTypeOne = 0.5m,
            ReferralTypeOneMark = "default",
            AverageAcquisitionCost = 18.40m,
            IntervalLevel = 0.95,
            IntervalReason = null,
        },
        Equity = new(642_310.20m, 601_200, 690_400, 0.95, 431_890.15m, 286_034.18m, 75_614.13m),
        Ceilings = new()
        {
            NewCustomer = 142.35m,
            Prospect = 11.39m,
            LeadConversion = 0.08,
            Recruit = null,
            MeanReferralValue = null,
            Reasons = ["nobody is known to have referred anybody: import referrals to know what a recruit is worth"],
        },
        UnassignedAcquisitionCost = 1_200,
        Customers = [.. Enumerable.Range(1, 10).Select(Worth)],
        CustomersTotal = 4_012,
    };

    public static LosersDocument Losers { get; } = new()
    {
        AsOf = AsOf,
        Currency = "EUR",
        Customers = [.. Enumerable.Range(1, 40).Select(Loser)],
        CustomersTotal = 611,
        NeverBought = new(14, -230m),
        Contribution = -38_900.45m,
        Minutes = 41_230,
        GoldEarnsPerMinute = 4.21m,
    };

    /// <summary>Letting the losers go, whose fixed cost stays.</summary>
    public static WhatIfDocument LetGo { get; } = new()
    {
        AsOf = AsOf,
        Currency = "EUR",
        Action = WhatIfAction.LetGo,
        Customers = 598,
        Excepted = 13,
        Contribution = -38_100.45m,
        AvoidableContribution = 9_412.30m,
        Change = -9_412.30m,
        ChangeIfAllStay = 0,
        ChangeLow = -14_100,
        ChangeHigh = -4_800.50m,
        LeaveProbability = 1,
        BreakEvenLeaveProbability = null,
        BreakEvenReason = "letting go means that all leave",
        Capacity = new(40_110, 1, 20_000, 15_110),
        Trap = new(47_512.75m, 3_401, 13.97m, 214),
    };

    public static WhatIfDocument Reprice { get; } = LetGo with
    {
        Action = WhatIfAction.Reprice,
        Change = 18_240.50m,
        ChangeIfAllStay = 22_300.10m,
        ChangeLow = 17_100,
        ChangeHigh = 19_380.75m,
        LeaveProbability = 0.15m,
        BreakEvenLeaveProbability = 0.703,
        BreakEvenReason = null,
        Capacity = new(6_016, 0, 0, 6_016),
    };

    public static LadderAmount[] Steps(params decimal[] amounts) =>
        [.. LadderStep.All.Select((name, i) => new LadderAmount(name, amounts[i]))];

    private static PeriodLadder Quarter(int i)
    {
        var from = new DateOnly(2024, 4, 1).AddMonths(3 * i);
        var size = (1 + (0.07m * i)) * (i == 10 ? 0.55m : 1);
        return new(from, i == 10 ? AsOf : from.AddMonths(3).AddDays(-1), i < 10,
            Steps(88_000 * size, 45_000 * size, 41_000 * size, 39_000 * size, (27_000 * size) - (i == 2 ? 32_000 : 0),
                (24_500 * size) - (i == 2 ? 32_000 : 0)));
    }

    private static PoolUse Pool(string name, decimal cost, decimal capacity, decimal used, string mark) => new()
    {
        Name = name,
        From = new(2026, 7, 1),
        Until = new(2026, 9, 30),
        Cost = cost,
        CapacityMinutes = capacity,
        UsedMinutes = used,
        UnusedMinutes = capacity - used,
        UnusedCost = capacity == 0 ? cost : cost / capacity * (capacity - used),
        RatePerMinute = capacity == 0 ? 0 : cost / capacity,
        UsedShare = capacity == 0 ? 0 : (double)(used / capacity),
        AvoidableShare = 0.4m,
        StepMinutes = 25_000,
        Mark = mark,
    };

    private static ActivityCost Activity(
        string name, string? pool, decimal? minutes, decimal each, decimal quantity, string category, string mark) => new()
        {
            Name = name,
            Pool = pool,
            UnitMinutes = minutes,
            Equation = null,
            UnitCost = each,
            Quantity = quantity,
            Minutes = (minutes ?? 0) * quantity,
            Cost = each * quantity,
            CustomerCost = each * quantity * 0.97m,
            Category = category,
            Mark = mark,
        };

    private static GoldCustomer Gold(int i) => new(
        $"AO-{i:00000}", i % 3 == 0 ? null : $"Customer the {i}th of Somewhere & Sons", 9_400m - (310 * i), 0.0218 - (0.0006 * i),
        i == 5 ? null : 2_100m - (40 * i),
        [.. ((GoldReason[])
        [
            new("purchase_days", 44 - i, 2), new("spend_per_day", 212.4 - i, 84.2), new("margin_rate", 0.52, 0.41),
            new("service_rate", 0.021, 0.109),
        ]).Take(i % 5)]);

    private static CustomerClv Worth(int i) => new()
    {
        Customer = $"AO-{i:00000}",
        Name = i % 3 == 0 ? null : $"Customer {i}",
        MarginToDate = 9_400m - (310 * i),
        ResidualValue = 2_100m - (40 * i),
        Low = 900,
        High = 3_900,
        AcquisitionCost = i % 2 == 0 ? 18.40m : 0,
        OwnLifetimeValue = 11_500m - (350 * i),
        ReferralValue = i == 2 ? 640.25m : 0,
        LifetimeValue = 11_500m - (350 * i) + (i == 2 ? 640.25m : 0),
        ValueAtAcquisition = 2_300m - (40 * i),
        InvestmentCeiling = 2_100m - (40 * i),
        Mark = "estimated",
    };

    private static LosingCustomer Loser(int i) => new()
    {
        Customer = i == 7 ? "=cmd|' /C calc'!A0" : $"AO-{4_000 - i:00000}",
        Name = i % 4 == 0 ? null : $"Losing Customer {i} Ltd",
        NetRevenue = i == 9 ? 0 : 900m - (10 * i),
        Contribution = -1_904.20m + (40 * i),
        AvoidableContribution = i % 3 == 0 ? 120.40m : -904.20m + (20 * i),
        Causes =
        [
            new("returns", 812.20m - (9 * i)), new("support", 610 - (8 * i)), new("discounts", 212.75m),
            new("slow_payment", 41.10m), .. i == 3 ? new LossCause[] { new("order_handling", 4) } : [],
        ],
        BreakEvenMultiplier = i == 9 ? null : 1.1231 + (0.01 * i),
        BreakEvenReason = i == 9 ? "they brought no revenue" : null,
        SmallestChange = i % 5 == 0 ? null : i % 2 == 0 ? new("reprice", 0.1231 + (0.01 * i)) : new("returns", 0.62),
        Minutes = 220 - i,
        TakenFromGold = 926.2m - i,
        Exception = i == 2 ? new("promising", "Ada", new(2026, 9, 1), new(2027, 3, 1), "opens a second shop in spring") : null,
    };
}
