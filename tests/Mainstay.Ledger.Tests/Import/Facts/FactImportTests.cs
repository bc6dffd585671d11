using Mainstay.Ledger.Identity;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Tests.Import.Commit;

namespace Mainstay.Ledger.Tests.Import.Facts;

public abstract class FactImportTests(TestEngine engine)
{
    public sealed class OnDuckDb() : FactImportTests(TestEngine.DuckDb);

    public sealed class OnPostgres() : FactImportTests(TestEngine.Postgres);

    public sealed class OnServers() : FactImportTests(TestEngine.Servers);

    private const string Pools = "pool,cost,capacity_minutes,from,until,avoidable_share\n"
        + "Service,560000,700000,2024-01-01,2024-03-31,40%\n";

    private const string Times = "activity,pool,unit_minutes,quantity,from\norder,Service,8,49000,2024-01-01\n"
        + "inquiry,Service,44,1400,2024-01-01\n";

    private const string Activities = "date,activity,customer,order,quantity,minutes,air\n"
        + "2024-02-01,order,C1,,2,,\n2024-02-02,inquiry,,A-1,,12.5,3\n2024-02-03,inquiry,,,1,,\n"
        + "2024-02-03,order,C2,A-9,1,,\n2024-02-03,order,C2,A-9,1,,\n";

    private const string Orders = "order_id,customer,date,amount,sku,quantity\nA-1,C3,2024-01-10,100,S1,2\n"
        + "A-2,C1,2024-02-10,50,S2,1\n";

    private const string Costs = "sku,unit_cost,from\nS1,10,2024-01-01\nS2,20,2024-02-10\nS2,5,\n";

    [Fact]
    public async Task Pools_unit_times_activities_and_rates_become_what_the_views_show()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportTextAsync(Pools);
        await ledger.ImportTextAsync(Times);
        await ledger.ImportTextAsync(Activities);
        await ledger.ImportTextAsync("activity,rate,avoidable_share,mark\norder,7.5,,time study\ninquiry,3,0.25,\n");

        Assert.Equal(
            ["Service | 2024-01-01 | 2024-03-31 | 560000.0000 | 700000.0000 | 0.40000000 | measured"],
            ledger.Rows("select pool, cast(valid_from as varchar), cast(valid_until as varchar), cost, capacity_minutes, avoidable_share, mark "
                + "from current_pools"));
        Assert.Equal(
            ["inquiry | Service | 2024-01-01 | 44.0000 | time_study", "order | Service | 2024-01-01 | 8.0000 | time_study"],
            ledger.Rows("select activity, pool, cast(valid_from as varchar), unit_minutes, mark from current_activity_times"));
        Assert.Equal(
            ["inquiry | - | 3.0000 | 0.25000000 | estimated", "order | - | 7.5000 | - | time_study"],
            ledger.Rows("select activity, cast(valid_from as varchar), unit_cost, avoidable_share, mark from current_rates"));
        Assert.Equal(
            [
                "C1 | 2024-02-01 | order | - | 2.0000 | -", "C2 | 2024-02-03 | order | - | 1.0000 | -",
                "C2 | 2024-02-03 | order | - | 1.0000 | -", "- | 2024-01-01 | inquiry | - | 1400.0000 | -",
                "- | 2024-01-01 | order | - | 49000.0000 | -", "- | 2024-02-02 | inquiry | air=3 | 1.0000 | 12.5000",
                "- | 2024-02-03 | inquiry | - | 1.0000 | -",
            ],
            ledger.Rows("select c.customer_key, cast(a.day as varchar), a.activity, a.drivers, a.quantity, a.minutes "
                + "from current_activities a left join current_customers c on c.customer_id = a.customer_id")
                .OrderBy(row => row.StartsWith('-')).ThenBy(row => row, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whom_the_ledger_does_not_know_is_said_for_a_key_may_be_spelt_otherwise()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportTextAsync("order_id,customer,date,amount\nA-1,1,2024-01-10,100\nA-2,2,2024-01-10,100\n");
        var known = await ledger.ImportTextAsync("date,activity,customer\n2024-02-01,call,1\n2024-02-01,call,2\n");
        Assert.Equal((0L, null), (known.Report.NewPeople, NewPeople.Sentence(known.Report)));

        var spelt = await ledger.ImportTextAsync("date,activity,customer\n2024-03-01,call,0001\n2024-03-01,call,2\n");
        Assert.Equal((1L, "0001"), (spelt.Report.NewPeople, spelt.Report.NewPerson));
        Assert.StartsWith("One person is new to the ledger: 0001.", NewPeople.Sentence(spelt.Report), StringComparison.Ordinal);
        var again = await ledger.ImportTextAsync("date,activity,customer\n2024-03-01,call,0001\n2024-04-01,call,3\n2024-04-02,call,4\n");
        Assert.Equal((2L, "3"), (again.Report.NewPeople, again.Report.NewPerson));
    }

    [Fact]
    public async Task Before_the_first_order_nobody_can_be_known_and_nothing_is_said_of_it()
    {
        using var ledger = await engine.OpenAsync();
        var first = await ledger.ImportTextAsync("date,activity,customer\n2024-02-01,call,1\n2024-02-01,call,2\n");
        Assert.Equal((0L, null), (first.Report.NewPeople, first.Report.NewPerson));
    }

    [Fact]
    public async Task Work_touches_and_bills_stand_in_a_customers_timeline()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportTextAsync("order_id,customer,date,amount\nA-1,C1,2024-01-10,100\n");
        await ledger.ImportTextAsync("date,activity,customer,cost\n2024-02-01,call,C1,\n2024-02-03,visit,C1,12.50\n,call,C1,\n");
        await ledger.ImportTextAsync("customer,date,campaign,cost\nC1,2024-02-02,spring letter,0.90\n");
        await ledger.ImportTextAsync("customer,due,paid,amount\nC1,2024-01-24,2024-02-04,60\nC1,2024-01-25,,40\n");
        var customer = (await CustomerLookup.FindAsync(ledger.Connection, "C1"))[0];
        var story = await CustomerTimeline.ReadAsync(ledger.Connection, customer.CustomerId, "UTC");
        Assert.Equal(
            [
                (4, "bill paid", null, 60m), (3, "work", "visit", -12.5m), (2, "marketing", "spring letter", -0.9m),
                (1, "work", "call", (decimal?)null), (25, "bill due", null, 40m), (10, "order", "A-1", 100m),
            ],
            story.Where(entry => entry.Kind != "import")
                .Select(entry => (entry.Day.Day, entry.Kind, entry.Reference, entry.Amount)));
    }

    [Fact]
    public async Task A_file_that_comes_again_changes_nothing()
    {
        using var ledger = await engine.OpenAsync();
        string[] files = [Pools, Times, Activities, Orders, Costs];
        foreach (var file in files)
            await ledger.ImportTextAsync(file);
        var before = ledger.FactContents();

        foreach (var file in files)
        {
            var again = (await ledger.ImportTextAsync(file)).Report;
            Assert.Equal((0, 0), (again.Created, again.Updated));
            Assert.True(again.Skipped > 0);
        }

        Assert.Equal(before, ledger.FactContents());
    }

    [Fact]
    public async Task What_a_later_file_corrects_is_updated_and_its_undo_brings_the_first_word_back()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportTextAsync(Pools);
        var before = ledger.FactContents();

        var report = (await ledger.ImportTextAsync(Pools.Replace("560000", "580000", StringComparison.Ordinal))).Report;
        Assert.Equal((0, 1, 0), (report.Created, report.Updated, report.Skipped));
        Assert.Equal(["580000.0000"], ledger.Rows("select cost from current_pools"));
        await ledger.UndoAsync(report.ImportNumber);

        Assert.Equal(before, ledger.FactContents());
    }

    [Fact]
    public async Task Facts_and_orders_come_to_the_same_in_any_order_and_after_any_undo()
    {
        string[] files = [Activities, Orders, Costs, Pools];
        using var expected = await engine.OpenAsync();
        foreach (var file in files)
            await expected.ImportTextAsync(file);
        using var other = await engine.OpenAsync();
        foreach (var file in files.Reverse())
            await other.ImportTextAsync(file);
        Assert.Equal(expected.FactContents(), other.FactContents());
        Assert.Contains(expected.FactContents(), row => row.Contains("| C3 |", StringComparison.Ordinal));

        await other.UndoAsync(3);   // the orders
        using var without = await engine.OpenAsync();
        foreach (var file in files.Except([Orders]))
            await without.ImportTextAsync(file);
        Assert.Equal(without.FactContents(), other.FactContents());
        await other.ImportTextAsync(Orders);
        Assert.Equal(expected.FactContents(), other.FactContents());
        await other.UndoAsync(2);   // the costs
        await expected.UndoAsync(3);
        Assert.Equal(expected.FactContents(), other.FactContents());
        Assert.DoesNotContain(ledgerLines(other), row => !row.EndsWith("| -", StringComparison.Ordinal));

        static IReadOnlyList<string> ledgerLines(TestLedger ledger) =>
            ledger.Rows("select order_id, cost from current_order_lines");
    }

    [Fact]
    public async Task Unit_costs_make_the_costs_of_lines_that_have_none_by_the_day_of_the_line()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportTextAsync(Costs);
        await ledger.ImportTextAsync(
            Orders + "A-3,C1,2024-02-09,50,S2,4\nA-4,C1,2023-12-31,50,S1,1\nA-5,C1,2024-02-09,50,S9,1\n");

        Assert.Equal(
            ["A-1 | 20.0000", "A-2 | 20.0000", "A-3 | 20.0000", "A-4 | -", "A-5 | -"],
            ledger.Rows("select order_ref, cost from order_lines where live"));
        Assert.Equal(["80.0000 | 0.0000"],
            ledger.Rows("select net_of_costs, estimated_revenue from purchase_days where day = date '2024-01-10'"));
    }
}
