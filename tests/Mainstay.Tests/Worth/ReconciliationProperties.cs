using FsCheck;
using FsCheck.Fluent;

namespace Mainstay.Tests.Worth;

/// <summary>Whatever happens in a shop, customers, tiers and months add up to its ledger to the cent.</summary>
public class ReconciliationProperties
{
    private static readonly DateOnly s_start = new(2024, 1, 1);

    [Fact]
    public void Sums_hold_over_random_shops_with_refunds_cancellations_and_guests() =>
        Prop.ForAll(
            Arb.From(Gen.Choose(1, int.MaxValue - 1)),
            seed => Holds(seed)).Check(Config.QuickThrowOnFailure.WithMaxTest(25).WithReplay(20240601, 1));

    private static bool Holds(int seed)
    {
        using var shop = Random(new Random(seed));
        var document = shop.Analyze("2024-06-30");
        var reconciliation = document.Reconciliation;
        var tiers = document.Tiers.Sum(tier => tier.Profit);
        return reconciliation.Difference == 0
            && reconciliation.LedgerTotal == document.NetRevenue
            && Near(reconciliation.CustomerTotal + reconciliation.UnassignedTotal, reconciliation.LedgerTotal)
            && (document.Tiers.Count == 0
                || Near(tiers + document.Quality.WithoutPurchase.MarginToDate, document.MarginToDate, pieces: 6))
            && document.Tiers.Sum(tier => tier.Customers) == (document.Tiers.Count == 0 ? 0 : document.Customers)
            && document.States.Sum(state => state.Customers) == document.Customers
            && Near(document.Months.Sum(month => month.NetRevenue), document.NetRevenue, pieces: 7)
            && document.Months.Sum(month => month.PurchaseDays) == document.PurchaseDays
            && document.Months.Sum(month => month.NewCustomers) == document.Customers
            && document.FrequencyHistogram.Sum(bin => bin.Actual) == document.Customers
            && document.Cohorts.Sum(cohort => cohort.Size) == document.Customers;
    }

    /// <summary>Equal but for each piece having been rounded to the cent by itself.</summary>
    private static bool Near(decimal sum, decimal whole, int pieces = 2) => Math.Abs(sum - whole) <= 0.005m * (pieces + 1);

    private static Shop Random(Random random)
    {
        var shop = new Shop { Settings = new() { Currency = "EUR", MarginRate = 0.333m } };
        var customers = random.Next(1, 40);
        for (var order = random.Next(1, 80); order > 0; order--)
        {
            var customer = random.Next(8) == 0 ? null : $"c{random.Next(customers):00}";
            var day = s_start.AddDays(random.Next(200));
            var revenue = random.Next(5) == 0 ? 0 : random.Next(1, 1_000_000) / 10_000m;
            decimal? cost = random.Next(3) == 0 ? random.Next(0, 1_200_000) / 10_000m : null;
            var cancelled = random.Next(10) == 0 ? Day(day.AddDays(random.Next(30))) : null;
            var id = shop.Order(customer, Day(day), revenue, cost, cancelled);
            Refund(shop, random, customer, id, day, revenue);
        }

        return shop;
    }

    private static void Refund(Shop shop, Random random, string? customer, string order, DateOnly day, decimal revenue)
    {
        for (var rest = revenue; rest > 0 && random.Next(3) == 0;)
        {
            var amount = random.Next(2) == 0 ? rest : Math.Max(0.0001m, decimal.Round(rest / 3, 4));
            decimal? back = random.Next(2) == 0 ? decimal.Round(amount / 2, 4) : null;
            shop.Refund(customer, Day(day.AddDays(random.Next(60))), amount, order, Day(day), back);
            rest -= amount;
        }

        if (random.Next(12) == 0)
            shop.Refund(customer, Day(day), 1.2345m);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
