using FsCheck;
using FsCheck.Fluent;
using Mainstay.Ledger.Tests.Import.Commit;

namespace Mainstay.Ledger.Tests.Import.Facts;

/// <summary>Facts and orders imported in any order, corrected, and undone in any order.</summary>
public abstract class RandomFactsTests(TestEngine engine)
{
    public sealed class OnDuckDb() : RandomFactsTests(TestEngine.DuckDb);

    public sealed class OnPostgres() : RandomFactsTests(TestEngine.Postgres);

    /// <summary>Overlapping, repeating and contradicting each other; by customer, by order, by email and of nobody's.</summary>
    private static readonly string[] s_files =
    [
        "order_id,customer,date,amount,sku,quantity\nA,C1,2024-01-10,100,S1,2\nB,C2,2024-02-10,50,S2,1\n",
        "order_id,customer,date,amount,sku,quantity\nA,C3,2024-01-10,100,S1,3\nC,C1,2024-03-10,70,S1,1\n",
        "sku,unit_cost,from\nS1,10,2024-01-01\nS2,20,\n",
        "sku,unit_cost,from\nS1,12,2024-01-01\nS1,14,2024-03-01\n",
        "id,date,activity,customer,order,minutes\n1,2024-02-01,support,C1,,5\n2,2024-02-01,support,,A,6\n3,2024-02-02,support,,,7\n",
        "id,date,activity,customer,order,minutes\n1,2024-02-01,support,C2,,5\n2,2024-02-01,support,,B,6\n4,2024-02-02,rework,C9,,\n",
        "date,activity,email,minutes\n2024-02-01,rework,a@b.example,3\n2024-02-01,rework,a@b.example,3\n",
        "date,activity,email,minutes\n2024-02-01,rework,A@b.example,3\n2024-02-05,rework,a@b.example,4\n",
        "order,date,payment_fee,delivery\nA,2024-01-10,1,4\nC,2024-03-10,1,\n",
        "referrer,referred,reward\nC1,C2,5\nC9,C1,\n",
        "pool,cost,capacity_minutes\nService,100,200\n", "pool,cost,capacity_minutes\nService,150,200\n",
    ];

    [Fact]
    public void The_ledger_is_what_its_live_imports_say() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte What, byte Which)[]>(), Holds)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(engine.IsServer ? 4 : 30).WithEndSize(9).WithReplay(20240611, 77));

    private void Holds((byte What, byte Which)[] steps)
    {
        using var ledger = engine.OpenAsync().GetAwaiter().GetResult();
        var live = new SortedDictionary<long, string>();
        foreach (var (what, which) in steps)
        {
            if (what % 3 == 0 && live.Count > 0)
            {
                var number = live.Keys.ElementAt(which % live.Count);
                ledger.UndoAsync(number).GetAwaiter().GetResult();
                live.Remove(number);
            }
            else
            {
                var file = s_files[which % s_files.Length];
                live.Add(ledger.ImportTextAsync(file).GetAwaiter().GetResult().Report.ImportNumber, file);
            }
        }

        using var expected = engine.OpenAsync().GetAwaiter().GetResult();
        foreach (var file in live.Values)
            expected.ImportTextAsync(file).GetAwaiter().GetResult();
        Assert.Equal(expected.FactContents(), ledger.FactContents());
    }
}
