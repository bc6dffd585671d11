using FsCheck;
using FsCheck.Fluent;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Purchases;
using Mainstay.Ledger.Refunds;
using Mainstay.Ledger.Tests.Import.Commit;

namespace Mainstay.Ledger.Tests.Purchases;

/// <summary>
/// Random shops with costs, refunds by every route and cancellations of whole orders and single lines, imported in
/// pieces, corrected and undone: the days kept are those computed afresh, as of whatever day.
/// </summary>
public abstract class RandomDaysTests(TestEngine engine)
{
    public sealed class OnDuckDb() : RandomDaysTests(TestEngine.DuckDb);

    public sealed class OnPostgres() : RandomDaysTests(TestEngine.Postgres);

    public sealed class OnServers() : RandomDaysTests(TestEngine.Servers);

    private const int Orders = 16;
    private const int Span = 40;
    private static readonly DateOnly Opening = new(2024, 1, 1);

    [Fact]
    public void As_of_any_day_the_days_kept_are_the_days_computed_afresh() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Seed, (byte Kind, byte From, byte Length)[] Steps)>(), run => Holds(run.Seed, run.Steps))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(engine.IsServer ? 4 : 15).WithEndSize(6).WithReplay(20260901, 13));

    private void Holds(byte seed, (byte Kind, byte From, byte Length)[] steps)
    {
        using var ledger = engine.OpenAsync().GetAwaiter().GetResult();
        ledger.ImportAsync([.. Shop(seed, version: 0).Where((_, at) => at % 3 != seed % 3)]).GetAwaiter().GetResult();
        var live = new List<long> { 1 };
        foreach (var (kind, from, length) in steps)
        {
            if (kind % 3 == 0 && live.Count > 0)
            {
                var number = live[from % live.Count];
                live.Remove(number);
                ledger.UndoAsync(number).GetAwaiter().GetResult();
            }
            else
            {
                var file = Shop(seed, version: kind % 4).Skip(from % Orders).Take(1 + length % 40).ToArray();
                live.Add(ledger.ImportAsync(file).GetAwaiter().GetResult().ImportNumber);
            }

            AssertNobodyWasForgotten(ledger);
        }

        Assert.All(DaysAsOf.Turns(ledger).Where(day => day.DayNumber % 3 == seed % 3), asOf => DaysAsOf.AssertKeptIsAfresh(ledger, asOf));
    }

    /// <summary>What an import or undo derived for the customers it touched is what would be derived for everyone.</summary>
    private static void AssertNobodyWasForgotten(TestLedger ledger)
    {
        var kept = Derived(ledger);
        var sql = new SqlSession(ledger.Connection, CancellationToken.None);
        sql.Create("touched_customers", "customer_id uuid");
        RefundMatches.DeriveAll(sql);
        PurchaseDays.DeriveAll(sql);
        Assert.Equal(Derived(ledger), kept);
    }

    private static IReadOnlyList<string> Derived(TestLedger ledger) =>
    [
        .. ledger.Rows("select customer_id, order_id, day, amount, cost_returned, matched_by from refund_matches"),
        .. ledger.Rows("select customer_id, day, valid_from, valid_until, spend, net_revenue, net_of_costs, estimated_revenue from purchase_days"),
    ];

    /// <summary>In later versions some orders cost something else, are cancelled.</summary>
    private static List<StagedRow> Shop(int seed, int version)
    {
        var random = new Random(seed);
        var rows = new List<StagedRow>();
        for (var order = 0; order < Orders; order++)
        {
            var (id, change) = ($"O{order}", version > 0 && (order + version) % 4 == 0);
            var customer = random.Next(7) switch { 0 => null, var n => $"c{n % 3}" };
            var day = Opening.AddDays(random.Next(Span / 2));
            for (var line = 0; line <= random.Next(3); line++)
            {
                var dayOfLine = day.AddDays(random.Next(4) == 0 ? random.Next(6) : 0);
                var row = new StagedRow
                {
                    Order = id,
                    Line = $"{line}",
                    Customer = customer,
                    Day = dayOfLine,
                    Amount = random.Next(0, 6) * 2.5m,
                    Cost = random.Next(2) == 0 ? random.Next(0, 40) / 4m : null,
                    Sku = random.Next(3) == 0 ? "s1" : null,
                    CancelledOn = random.Next(6) == 0 ? dayOfLine.AddDays(random.Next(12)) : null,
                };
                rows.Add(!change ? row : version == 1 ? row with { Amount = row.Amount + 1, Cost = 3 }
                    : version == 2 ? row with { CancelledOn = dayOfLine.AddDays(9) } : row with { Sku = "s1", Cost = null });
            }

            rows.AddRange(Refunds(random, id, customer, day));
        }

        return rows;
    }

    private static IEnumerable<StagedRow> Refunds(Random random, string order, string? customer, DateOnly day)
    {
        for (var at = 0; random.Next(5) < 2; at++)
        {
            yield return new StagedRow
            {
                Order = random.Next(3) == 0 ? null : order,
                Line = $"back {at}",
                Customer = random.Next(4) == 0 ? null : customer,
                Day = day.AddDays(random.Next(-3, Span / 2)),
                Amount = -random.Next(1, 8) * 1.25m,
                Cost = random.Next(3) == 0 ? 1 : null,
                Sku = random.Next(4) == 0 ? "s1" : null,
            };
        }
    }
}
