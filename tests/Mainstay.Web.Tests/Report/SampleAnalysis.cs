using Mainstay.Lifecycle;
using Mainstay.Worth;

namespace Mainstay.Web.Tests.Report;

/// <summary>Analyses as the engine would hand them over: one like a real shop's, and the degenerate ones.</summary>
internal static class SampleAnalysis
{
    private static readonly DateOnly AsOf = new(2026, 11, 20);
    private static readonly string[] Given = ["Ada", "Bruno", "Clara", "Dmitri", "Elif", "Farah", "Gösta", "Hana"];
    private static readonly string[] Family = ["Ahlgren", "Baptiste", "Castellanos", "Demir", "Eriksson", "Grünwald"];

    /// <summary>A shop of 4,012 customers with losers, unassigned orders and a month that is not over.</summary>
    public static AnalysisDocument Shop { get; } = MakeShop();

    /// <summary>Nobody bought: every list empty, every optional figure missing.</summary>
    public static AnalysisDocument Empty { get; } = Shop with
    {
        FirstDay = null,
        LastDay = null,
        Customers = 0,
        RepeatCustomers = 0,
        RepeatPurchases = 0,
        PurchaseDays = 0,
        Orders = 0,
        NetRevenue = 0,
        Refunds = 0,
        MarginToDate = 0,
        ResidualValue = null,
        ExpectedPurchases12m = null,
        Models = SampleModels.Refused,
        Tiers = [],
        Whale = new(null, null, 0, 0, []) { PeakReason = "there is no profit" },
        Stages = Shop.Stages.Select(stage => stage with { Customers = 0 }).ToList(),
        States = Shop.States.Select(state => state with { Customers = 0 }).ToList(),
        Months = [],
        Cohorts = [],
        FrequencyHistogram = [],
        ResidualHistogram = [],
        TopCustomers = [],
        BottomCustomers = [],
        Reconciliation = new("net_revenue", "EUR", 0, 0, 0, 0),
        Quality = Shop.Quality with { TooFewForTiers = true },
    };

    /// <summary>Seven customers who together lost money: no tiers, no models, no share of profit.</summary>
    public static AnalysisDocument LossMaking { get; } = Empty with
    {
        FirstDay = new(2026, 9, 1),
        LastDay = AsOf,
        Customers = 7,
        PurchaseDays = 7,
        Orders = 7,
        Currency = "JPY",
        NetRevenue = 12_000,
        MarginToDate = -4_200,
        Whale = new(null, null, 5_000, -4_200,
        [
            new(0, 0, null), new(1 / 7.0, 500, null), new(2 / 7.0, 800, null), new(4 / 7.0, 300, null),
            new(1, -4_200, null),
        ])
        { PeakReason = "total profit is not positive" },
        TopCustomers = [.. Enumerable.Range(1, 7).Select(i => Unranked(Customer(i, 900 - 400 * i)))],
    };

    /// <summary>Text that would break out of its element if it were not encoded.</summary>
    public static AnalysisDocument Hostile { get; } = Shop with
    {
        BusinessName = "</title><script>alert('x')</script>",
        TopCustomers = [Customer(1, 900) with { Name = "<img src=x onerror=alert(1)>" }],
    };

    private static AnalysisDocument MakeShop()
    {
        var random = new Random(20261120);
        var profits = Enumerable.Range(0, 4012).Select(_ => Profit(random)).OrderDescending().ToList();
        var total = profits.Sum();
        var whale = Curve(profits);
        return new()
        {
            AsOf = AsOf,
            Currency = "EUR",
            BusinessName = "Alder & Oak",
            FirstDay = new(2024, 3, 2),
            LastDay = AsOf,
            Customers = 4012,
            RepeatCustomers = 1583,
            RepeatPurchases = 5120,
            PurchaseDays = 9132,
            Orders = 9410,
            NetRevenue = 1_374_600.25m,
            Refunds = 41_210.40m,
            MarginToDate = total,
            Ladder = SampleModels.Ladder(1_374_600.25m, total),
            Lifetime = SampleModels.Lifetime,
            MarginReconciliation = new("margin_to_date", "EUR", total, total, 0, 0),
            ResidualValue = 286_034.18m,
            ResidualLow = 244_102.51m,
            ResidualHigh = 331_870.44m,
            ExpectedPurchases12m = 2410.4,
            Models = SampleModels.Fitted,
            Tiers = Tiers(profits),
            Whale = whale,
            Stages =
            [
                new("prospect", 0), new("lead", 212), new("first_time_buyer", 2429), new("repeat_customer", 1271),
                new("member", 312),
            ],
            States =
            [
                new("active", 1204), new("at_risk", 318), new("lapsed", 940), new("lost", 1489), new("won_back", 61),
            ],
            Months = Months(random),
            Cohorts = Cohorts(random),
            FrequencyHistogram = Frequency(),
            ResidualHistogram = Residuals(),
            TopCustomers = [.. Enumerable.Range(1, 10).Select(i => Customer(i, profits[i - 1]))],
            BottomCustomers = [.. Enumerable.Range(1, 10).Select(i => Loser(Customer(4000 - i, profits[^i])))],
            Reconciliation = new("net_revenue", "EUR", 1_374_600.25m, 1_362_100.25m, 12_500m, 0),
            Assumptions = new()
            {
                DiscountRate = 0.10m,
                MarginRate = 0.30m,
                MarginRateMark = "default",
                TimeZone = "Europe/Berlin",
                WeekStart = "Monday",
                Period = "week",
                TierShares = [0.05m, 0.16m, 0.44m],
            },
            Quality = new()
            {
                EstimatedMargin = 0.24,
                Unassigned = new(96, 0.0102, 12_500m),
                RejectedRows = 3,
                RowsAfterAsOf = 0,
                ZeroSpendRepeaters = 2,
                UnlinkedRefunds = new(4, 310.20m),
                TooFewForTiers = false,
            },
            EngineVersion = "0.1.0",
        };
    }

    private static decimal Profit(Random random)
    {
        var scale = Math.Exp(1.25 * Normal(random) + 3.7);
        return Math.Round((decimal)(random.NextDouble() < 0.15 ? -scale * 0.9 : scale), 2);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static WhaleCurve Curve(List<decimal> profits)
    {
        var total = profits.Sum();
        var points = new List<WhalePoint> { new(0, 0, 0) };
        var sum = 0m;
        for (var i = 0; i < profits.Count; i++)
        {
            sum += profits[i];
            if ((i + 1) % 20 == 0 || i == profits.Count - 1 || (profits[i] >= 0 && profits[i + 1] < 0))
                points.Add(new((i + 1.0) / profits.Count, sum, (double)(sum / total)));
        }

        var peak = points.MaxBy(point => point.CumulativeProfit)!;
        var losses = -profits.Where(profit => profit < 0).Sum();
        return new(peak.ShareOfProfit, peak.ShareOfCustomers, losses, total, points);
    }

    private static List<TierSummary> Tiers(List<decimal> profits)
    {
        var winners = profits.Where(profit => profit >= 0).ToList();
        int[] ends = [201, 642, 1765, winners.Count, profits.Count];
        string[] names = ["gold", "strong", "steady", "thin", "losing"];
        var total = profits.Sum();
        return [.. names.Select((name, i) =>
        {
            var mine = profits[(i == 0 ? 0 : ends[i - 1])..ends[i]];
            var (share, profit) = ((double)mine.Count / profits.Count, mine.Sum());
            return new TierSummary(name, mine.Count, share, profit, (double)(profit / total));
        })];
    }

    private static List<MonthSummary> Months(Random random) =>
        [.. Enumerable.Range(0, 33).Select(i =>
        {
            var month = new DateOnly(2024, 3, 1).AddMonths(i);
            var season = month.Month is 11 or 12 ? 0.7 : 0;
            var size = (1 + 0.02 * i + season + 0.2 * random.NextDouble()) * (i == 32 ? 0.6 : 1);
            var revenue = Math.Round(28_000m * (decimal)size, 2);
            return new MonthSummary(
                month, revenue, (long)(190 * size), (long)(90 * size), (long)(205 * size), i < 32);
        })];

    private static List<Cohort> Cohorts(Random random) =>
        [.. Enumerable.Range(0, 32).Select(i => new Cohort(
            new DateOnly(2024, 3, 1).AddMonths(i), 90 + random.Next(80),
            [1, .. Enumerable.Range(1, 31 - i).Select(age => (0.17 + 0.14 * random.NextDouble()) / Math.Sqrt(age))]))];

    private static List<FrequencyBin> Frequency()
    {
        long[] actual = [2429, 702, 321, 188, 121, 80, 52, 119];
        double[] expected = [2411.2, 728.4, 330.1, 180.6, 110.9, 73.2, 50.8, 126.8];
        return [.. actual.Select((count, i) => new FrequencyBin(i, i == actual.Length - 1, count, expected[i]))];
    }

    private static List<ValueBin> Residuals()
    {
        decimal[] edges = [0, 10, 25, 50, 100, 250, 500, 1000];
        long[] counts = [1810, 612, 540, 428, 390, 160, 51, 21];
        decimal? To(int i) => i + 1 < edges.Length ? edges[i + 1] : null;
        return [.. edges.Select((edge, i) => new ValueBin(edge, To(i), counts[i], counts[i] * (edge + 6)))];
    }

    private static CustomerWorth Customer(int number, decimal margin) => new()
    {
        Customer = $"AO-{number:00000}",
        Name = number % 3 == 0 ? null : $"{Given[number % Given.Length]} {Family[number * 7 % Family.Length]}",
        Stage = number % 4 == 0 ? "member" : "repeat_customer",
        State = "active",
        Tier = "gold",
        Frequency = 12 + number % 9,
        Recency = 90,
        T = 120,
        MonetaryValue = 88.5,
        PAlive = 0.91,
        PAliveModel = "mbg-nbd",
        ExpectedPurchases12m = 6.2,
        MarginToDate = margin,
        ResidualValue = Math.Abs(margin) * 0.4m,
        ResidualLow = 0,
        ResidualHigh = Math.Abs(margin) * 1.6m,
        LifetimeValue = margin + Math.Abs(margin) * 0.4m,
        FirstDay = new(2024, 4, 1),
        LastDay = new(2026, 11, 1 + number % 19),
        NetRevenue = Math.Abs(margin) * 3.1m,
        MarginEstimated = number % 2 == 0,
    };

    private static CustomerWorth Unranked(CustomerWorth customer) =>
        customer with { Tier = null, ResidualValue = null, ResidualLow = null, ResidualHigh = null, LifetimeValue = null };

    private static CustomerWorth Loser(CustomerWorth customer) => customer with { Tier = "losing", State = "lost" };
}
