using FsCheck;
using FsCheck.Fluent;
using Mainstay.Ledger.Import.Commit;

namespace Mainstay.Ledger.Tests.Import.Commit;

/// <summary>Random shops, exported in overlapping pieces, corrected, imported in any order and undone in any order.</summary>
public abstract class RandomLedgerTests(TestEngine engine)
{
    public sealed class OnDuckDb() : RandomLedgerTests(TestEngine.DuckDb);

    public sealed class OnPostgres() : RandomLedgerTests(TestEngine.Postgres);

    public sealed class OnServers() : RandomLedgerTests(TestEngine.Servers);

    private const int Events = 40;
    private const int Ledgers = 25;
    private const int LedgersOnServer = 6;
    private static readonly DateOnly Opening = new(2024, 1, 1);

    [Fact]
    public void Whatever_is_imported_and_undone_the_ledger_is_what_the_live_imports_say_and_adds_up_to_the_cent() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Seed, (byte Kind, byte From, byte Length)[] Steps)>(), run => Holds(run.Seed, run.Steps))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(engine.IsServer ? LedgersOnServer : Ledgers).WithEndSize(7).WithReplay(20240501, 77));

    private void Holds(byte seed, (byte Kind, byte From, byte Length)[] steps)
    {
        var shop = Shop(seed);
        using var ledger = engine.OpenAsync().GetAwaiter().GetResult();
        var reference = new ReferenceLedger();
        foreach (var (kind, from, length) in steps)
        {
            if (kind % 3 == 0 && reference.Imports > 0 && reference.IsLive(1 + from % reference.Imports))
            {
                var number = 1 + from % reference.Imports;
                reference.Undo(number);
                ledger.UndoAsync(number).GetAwaiter().GetResult();
            }
            else
            {
                var file = Export(shop, from % Events, 1 + length % Events, version: kind % 5);
                reference.Import(file);
                var report = ledger.ImportAsync(file).GetAwaiter().GetResult();
                Assert.Equal(file.Length, report.Created + report.Updated + report.Skipped);
            }

            Assert.Equal(reference.Contents(), Contents(ledger));
        }

        AddsUp(ledger);
    }

    /// <summary>Line items, whole orders, guests, strangers, refunds by every route, and rows that are alike.</summary>
    private static StagedRow[] Shop(int seed)
    {
        var random = new Random(seed);
        var rows = new List<StagedRow>();
        while (rows.Count < Events)
        {
            var row = new StagedRow
            {
                Day = Opening.AddDays(rows.Count * 2),   // days of their own: ties are RefundMatcherTests
                Customer = random.Next(6) switch { 0 => null, 1 => null, var n => $"c{n % 3}" },
                Amount = random.Next(0, 9) * 2.5m,
                Sku = random.Next(3) switch { 0 => null, var n => $"s{n}" },
            };
            row = row with { Email = row.Customer is null && random.Next(2) == 0 ? " Guest@Example.org" : null };
            rows.AddRange(random.Next(6) switch
            {
                0 => [row, row],
                1 => [row with { Order = $"O{rows.Count}" }, row with { Order = $"O{rows.Count}", Amount = row.Amount + 1, Sku = "s1" }],
                2 => [row with { Amount = -row.Amount - 1, Day = row.Day.AddDays(1) }],
                3 => [row with { Amount = -3, Day = row.Day.AddDays(1), Order = $"O{random.Next(Math.Max(1, rows.Count))}" }],
                4 => [row with { Order = $"O{rows.Count}" }],
                _ => [row],
            });
        }

        return [.. rows.Take(Events)];
    }

    /// <summary>A stretch of the shop's rows; in later versions some numbered lines have been corrected.</summary>
    private static StagedRow[] Export(StagedRow[] shop, int from, int length, int version) =>
        [.. shop.Select((row, at) => row.Order is not null && row.Amount > 0 && (at + version) % 5 == 0 && version > 2
                ? row with { Amount = row.Amount + version } : row)
            .Skip(from).Take(length)];

    private static IReadOnlyList<string> Contents(TestLedger ledger) =>
    [
        .. ledger.Rows(
            """
            select 'line', c.customer_key, l.order_ref, cast(l.day as varchar), l.revenue, l.sku
            from order_lines l left join current_customers c using (customer_id) where l.live
            """),
        .. ledger.Rows(
            """
            select 'refund', c.customer_key, o.order_ref, cast(r.order_day as varchar), cast(r.day as varchar), r.amount, r.matched_by
            from current_refunds r left join current_customers c using (customer_id) left join orders o using (order_id)
            """),
        .. ledger.Rows("select 'customer', customer_key from current_customers"),
    ];

    private static void AddsUp(TestLedger ledger)
    {
        foreach (var (relation, money) in new[] { ("current_order_lines", "revenue"), ("current_refunds", "amount") })
            Assert.Equal(0m, ledger.Scalar<decimal>(
                $"""
                select coalesce((select sum({money}) from {relation}), 0)
                     - coalesce((select sum(s) from (select sum({money}) as s from {relation} join current_customers using (customer_id)
                                                    group by customer_id) per_customer), 0)
                     - coalesce((select sum({money}) from {relation} where customer_id is null), 0)
                """));
        Assert.Equal(0, ledger.Scalar<long>(
            """
            select count(*) from (select order_id, sum(amount) as back from current_refunds group by order_id) r
            join orders o using (order_id) where r.back > o.revenue
            """));
        Assert.Equal(ledger.Scalar<decimal>("select coalesce(sum(amount), 0) from current_refund_facts"),
            ledger.Scalar<decimal>("select coalesce(sum(amount), 0) from current_refunds"));
    }
}
