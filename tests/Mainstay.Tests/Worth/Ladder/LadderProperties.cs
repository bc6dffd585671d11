using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;
using Mainstay.Worth;
using Mainstay.Worth.Ladder;

namespace Mainstay.Tests.Worth.Ladder;

/// <summary>
/// Whatever is imported, refunded, restated and taken back, customers and unassigned sum to the company at every step.
/// </summary>
public sealed class LadderProperties : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("mainstay-ladder").FullName;
    private int _files;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static BusinessSettings Settings { get; } = new() { Currency = "EUR", MarginRate = 0.337m };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_step_sums_over_random_ledgers() =>
        Prop.ForAll(Arb.From(Gen.Choose(1, int.MaxValue - 1)), seed => HoldsAsync(new(seed)).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(8).WithReplay(20240602, 1));

    private async Task<bool> HoldsAsync(Random random)
    {
        using var ledger = await LedgerDatabase.OpenInMemoryAsync(Token);
        var imports = 0;
        foreach (var file in Files(random))
        {
            using var staging = ledger.ConnectForStaging();
            await FileImport.CommitAsync(ledger, staging, file, new(), Settings, TimeProvider.System, null, Token);
            imports++;
            if (random.Next(5) == 0 && imports > 1)
                await TakeBackAsync(ledger, random.Next(2, imports + 1));
        }

        using var store = new SnapshotStore(ledger);
        var snapshot = await store.GetOrCreateAsync(
            new() { AsOf = new(2024, 12, 31), Settings = Settings, Model = "bg-nbd" }, Token);
        var ladder = await new WorthReports(ledger).LadderAsync(
            snapshot, new() { ByCustomer = true, Period = "month" }, Token);
        return Enumerable.Range(0, LadderStep.All.Count).All(step => SumsUp(ladder, step))
            && ladder.Reconciliation.Difference == 0
            && ladder.Steps[0].Amount == snapshot.Document.NetRevenue
            && Near(ladder.Steps[^1].Amount - ladder.Unassigned[LadderStep.AfterMarketing],
                snapshot.Document.MarginToDate, pieces: 2);
    }

    private static bool SumsUp(LadderDocument ladder, int step)
    {
        var name = LadderStep.All[step];
        var customers = ladder.ByCustomer!.Sum(customer => Amount(customer, step));
        return Near(customers + ladder.Unassigned[name], ladder.Steps[step].Amount, ladder.ByCustomer!.Count + 2)
            && Near(ladder.ByPeriod!.Sum(period => period.Steps[step].Amount), ladder.Steps[step].Amount,
                ladder.ByPeriod!.Count + 1);
    }

    private static decimal Amount(CustomerLadder customer, int step) => step switch
    {
        0 => customer.NetRevenue,
        1 => customer.ProductMargin,
        2 => customer.AfterFeesAndDelivery,
        3 => customer.AfterReturns,
        4 => customer.AfterCostToServe,
        _ => customer.AfterMarketing,
    };

    /// <summary>Equal but for each piece having been rounded to the cent by itself.</summary>
    private static bool Near(decimal sum, decimal whole, int pieces) => Math.Abs(sum - whole) <= 0.005m * pieces;

    private static async Task TakeBackAsync(LedgerDatabase ledger, int number)
    {
        var imports = await ImportLog.ListAsync(ledger, Token);
        if (imports.Any(import => import.ImportNumber == number && import.UndoneAt is null))
            await ImportLog.UndoAsync(ledger, number, cancellationToken: Token);
    }

    /// <summary>Orders with refunds and guests first; then facts of every kind, some stated again otherwise.</summary>
    private IEnumerable<string> Files(Random random)
    {
        string Who() => random.Next(9) == 0 ? "" : $"c{random.Next(12):00}";
        string Day() => new DateOnly(2024, 1, 1).AddDays(random.Next(360)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string Money() => (random.Next(1, 400_000) / 10_000m).ToString(CultureInfo.InvariantCulture);
        string Rows(string header, int rows, Func<int, string> row) => Write(
            header + "\n" + string.Concat(Enumerable.Range(0, rows).Select(number => row(number) + "\n")));

        string Orders() => Rows("order_id,date,customer_id,sku,quantity,amount,cost", 60, number =>
            $"O{number},{Day()},{Who()},S{number % 3},{1 + (number % 2)},{(random.Next(6) == 0 ? "-" : "")}{Money()},"
            + (random.Next(3) == 0 ? Money() : ""));
        string Pools() => Rows("pool,cost,capacity_minutes,from,until", 2, number =>
            $"desk,{random.Next(100, 900)},{random.Next(300, 900)},2024-0{1 + (6 * number)}-01,2024-{6 + (6 * number):00}-30");
        yield return Orders();
        yield return Pools();
        yield return Rows("activity,pool,unit_minutes", 2, number => number == 0 ? "support,desk,7" : "return handling,desk,3.3");
        yield return Rows("date,activity,customer,quantity,minutes", 40, number =>
            $"{Day()},{(number % 4 == 0 ? "return handling" : "support")},{Who()},1,{(number % 5 == 0 ? "4.5" : "")}");
        yield return Rows("order,customer,date,payment_fee,delivery", 20, number =>
            $"O{2 * number},{Who()},{Day()},{Money()},{Money()}");
        yield return Rows("customer,date,channel,campaign,cost", 10, _ => $"{Who()},{Day()},mail,m,{Money()}");
        yield return Rows("sku,unit_cost,from", 2, number => $"S{number},{Money()},");
        yield return Rows("customer,amount,due,paid", 8, _ => $"c{random.Next(12):00},{Money()},{Day()},{Day()}");
        yield return Pools();
        yield return Rows("activity,rate", 1, _ => $"order,{Money()}");
        yield return Orders();
    }

    private string Write(string text)
    {
        var path = Path.Combine(_folder, $"file{++_files}.csv");
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }
}
