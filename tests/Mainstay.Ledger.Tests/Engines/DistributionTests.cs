using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Engines.Postgres.Distribution;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Tests.Import.Commit;
using Mainstay.Tests;

namespace Mainstay.Ledger.Tests.Engines;

/// <summary>A ledger becomes one on many servers, says what it needs for that, and outlives their failures.</summary>
public sealed class DistributionTests
{
    private static readonly DateOnly s_day = new(2024, 5, 1);

    private static string[] NewParts() =>
        [PostgresServer.SharedPart(1).NewDatabase(), PostgresServer.SharedPart(2).NewDatabase()];

    private static StagedRow Line(string customer, decimal amount, string? order = null) =>
        new() { Customer = customer, Order = order ?? $"O-{customer}", Day = s_day, Amount = amount };

    [Fact]
    public async Task A_ledger_in_use_keeps_every_row_and_both_servers_get_some()
    {
        using var ledger = await TestEngine.Postgres.OpenAsync();
        await ledger.ImportAsync(
            [.. Enumerable.Range(0, 40).Select(i => Line($"c{i}", i + 1)), Line("c1", -1, "O-c1"),
             new StagedRow { Order = "guest", Day = s_day, Amount = 3 }]);
        var before = ledger.Contents();
        var parts = NewParts();

        await LedgerDistribution.Over(ledger.Database, parts).RunAsync(null, TestContext.Current.CancellationToken);

        Assert.Equal(before, ledger.Contents());
        Assert.All([0, 1], part => Assert.InRange(
            (long)PostgresServer.SharedPart(part + 1).Scalar(DatabaseOf(parts[part]), "select count(*) from order_lines")!,
            5, 36));
    }

    [Fact]
    public async Task A_ledger_in_a_file_cannot_be_spread_nor_one_over_a_single_server_nor_twice()
    {
        using var inFile = await TestEngine.DuckDb.OpenAsync();
        Assert.Throws<MistakeException>(() => LedgerDistribution.Over(inFile.Database, ["postgres://a@b/c", "postgres://a@d/c"]));
        using var ledger = await TestEngine.Postgres.OpenAsync();
        var parts = NewParts();
        Assert.Throws<MistakeException>(() => LedgerDistribution.Over(ledger.Database, [parts[0]]));
        Assert.Throws<MistakeException>(() => LedgerDistribution.Over(ledger.Database, [parts[0], parts[0]]));

        var plan = LedgerDistribution.Over(ledger.Database, parts);
        await plan.RunAsync(null, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<MistakeException>(() => plan.RunAsync(null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_server_that_holds_rows_already_is_left_alone()
    {
        using var ledger = await TestEngine.Postgres.OpenAsync();
        var parts = NewParts();
        PostgresServer.SharedPart(2).Execute(
            DatabaseOf(parts[1]), "create table customers (name varchar); insert into customers values ('ours')");

        var refusal = await Assert.ThrowsAsync<MistakeException>(() => LedgerDistribution.Over(ledger.Database, parts)
            .RunAsync(null, TestContext.Current.CancellationToken));

        Assert.Contains("rows already", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1L, PostgresServer.SharedPart(2).Scalar(DatabaseOf(parts[1]), "select count(*) from customers"));
        Assert.Equal(1, (await ledger.ImportAsync(Line("anna", 1))).Created);
    }

    [Fact]
    public async Task What_people_see_of_a_plan_never_holds_a_password()
    {
        using var ledger = await TestEngine.Postgres.OpenAsync();
        var plan = LedgerDistribution.Over(ledger.Database, NewParts());

        Assert.Contains(plan.Steps, step => step.Statement.Contains(PostgresServer.SharedPart(1).Password, StringComparison.Ordinal));
        Assert.All(plan.Steps, step =>
        {
            Assert.DoesNotContain(PostgresServer.SharedPart(1).Password, step.Shown, StringComparison.Ordinal);
            Assert.DoesNotContain(PostgresServer.SharedPart(1).Password, plan.NameOf(step.Server), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Citus_gets_its_tables_distributed_by_customer_and_together()
    {
        using var ledger = await TestEngine.Postgres.OpenAsync();
        var statements = LedgerDistribution.OverCitus(ledger.Database).Steps.Select(step => step.Statement).ToArray();

        Assert.Contains("select create_reference_table('products')", statements);
        Assert.Contains("select create_distributed_table('identities', 'customer_id')", statements);
        Assert.Contains(
            "select create_distributed_table('order_lines', 'customer_id', colocate_with => 'identities')", statements);
    }

    [Fact]
    public async Task Citus_is_refused_while_rows_have_no_customer()
    {
        using var ledger = await TestEngine.Postgres.OpenAsync();
        await ledger.ImportAsync(new StagedRow { Order = "guest", Day = s_day, Amount = 3 });

        var refusal = await Assert.ThrowsAsync<MistakeException>(() => LedgerDistribution.OverCitus(ledger.Database)
            .RunAsync(null, TestContext.Current.CancellationToken));

        Assert.Contains("1 order lines", refusal.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_dies_in_the_middle_of_an_import_leaves_nothing_of_it()
    {
        using var dying = PostgresServer.Start();
        var address = LedgerAddress.Parse(PostgresServer.Shared.NewDatabase());
        string[] parts = [PostgresServer.SharedPart(1).NewDatabase(), dying.NewDatabase()];
        StagedRow[] rows = [.. Enumerable.Range(0, 30).Select(i => Line($"c{i}", i + 2))];
        IReadOnlyList<string> before;
        using (var ledger = new TestLedger(await LedgerDatabase.OpenAsync(address)))
        {
            await LedgerDistribution.Over(ledger.Database, parts).RunAsync(null, TestContext.Current.CancellationToken);
            await ledger.ImportAsync(Line("c1", 1), Line("c2", 1), Line("d", 9));
            before = ledger.Contents();
            ledger.Stage(rows);
            var kill = new Told("matching refunds", dying.Kill);

            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => OrderImport.CommitAsync(
                ledger.Database, ledger.Staging, ledger.Options(rows), kill, TestContext.Current.CancellationToken));
        }

        dying.Restart();
        using var reopened = new TestLedger(await LedgerDatabase.OpenAsync(address));
        Assert.Equal(before, reopened.Contents());
        Assert.Equal((28, 2), await CountAsync(reopened, rows));
    }

    [Fact]
    public async Task An_import_that_only_one_server_kept_is_taken_back_by_whoever_opens_the_ledger_next()
    {
        var address = LedgerAddress.Parse(PostgresServer.Shared.NewDatabase());
        var parts = NewParts();
        IReadOnlyList<string> before;
        using (var ledger = new TestLedger(await LedgerDatabase.OpenAsync(address)))
        {
            await LedgerDistribution.Over(ledger.Database, parts).RunAsync(null, TestContext.Current.CancellationToken);
            await ledger.ImportAsync([.. Enumerable.Range(0, 20).Select(i => Line($"c{i}", i + 2))]);
            before = ledger.Contents();
        }

        var part = PostgresServer.SharedPart(1);
        foreach (var cut in (string[])
                 [
                     "update order_lines set live = false",
                     "insert into order_lines (line_id, import_number, live, content, order_id, customer_id, row_number, day, "
                     + "amount, exchange_rate, revenue) select line_id, 2, true, order_id, order_id, customer_id, 1, day, "
                     + "99, 1, 99 from order_lines",
                     "insert into identities select identity_id, customer_id, 2, true, source, kind, identity_key, 'Cut', "
                     + "email, country from identities",
                     "update customers set name = 'Cut'",
                 ])
            part.Execute(DatabaseOf(parts[0]), cut);
        PostgresServer.Shared.Execute(DatabaseOf(address.Shown), "insert into pending_changes values (2)");

        using var reopened = new TestLedger(await LedgerDatabase.OpenAsync(address));
        Assert.Equal(before, reopened.Contents());
        Assert.Equal(0L, reopened.Scalar<long>("select count(*) from pending_changes"));
        Assert.Equal(0L, reopened.Scalar<long>("select count(*) from order_lines where import_number = 2"));
    }

    private static async Task<(long Created, long Updated)> CountAsync(TestLedger ledger, StagedRow[] rows)
    {
        var report = await ledger.ImportAsync(rows);
        return (report.Created, report.Updated);
    }

    private static string DatabaseOf(string address) => address[(address.LastIndexOf('/') + 1)..];

    private sealed class Told(string step, Action action) : IProgress<string>
    {
        public void Report(string value)
        {
            if (value == step)
                action();
        }
    }
}
