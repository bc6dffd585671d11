using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Tests.Import.Commit;

public abstract class OrderImportTests(TestEngine engine)
{
    public sealed class OnDuckDb() : OrderImportTests(TestEngine.DuckDb);

    public sealed class OnPostgres() : OrderImportTests(TestEngine.Postgres);

    public sealed class OnServers() : OrderImportTests(TestEngine.Servers);

    private static readonly DateOnly May = new(2024, 5, 1);

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        using var ledger = await engine.OpenAsync();
        StagedRow[] file = [Row("anna", 10), Row("anna", 10), Row("ben", -4), Row("carl", 7) with { Order = "7", Sku = "tea" }];
        var first = await ledger.ImportAsync(file);
        var before = ledger.Contents();

        var again = await ledger.ImportAsync(file);

        Assert.Equal((4, 0, 0), (first.Created, first.Updated, first.Skipped));
        Assert.Equal((0, 0, 4), (again.Created, again.Updated, again.Skipped));
        Assert.Equal(before, ledger.Contents());
    }

    [Fact]
    public async Task Rows_that_are_alike_in_one_file_all_count_and_a_longer_export_adds_only_what_is_new()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportAsync(Row("anna", 10), Row("anna", 10));

        var report = await ledger.ImportAsync(Row("anna", 10), Row("anna", 10), Row("anna", 10), Row("ben", 3));

        Assert.Equal((2, 0, 2), (report.Created, report.Updated, report.Skipped));
        Assert.Equal(33m, ledger.Scalar<decimal>("select sum(revenue) from current_order_lines"));
        Assert.Equal(4, ledger.Scalar<long>("select count(distinct order_id) from current_order_lines"));
    }

    [Fact]
    public async Task A_changed_line_of_a_known_order_is_an_update()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportAsync(Line("A", 10), Line("A", 20));

        var report = await ledger.ImportAsync(Line("A", 10), Line("A", 25), Line("A", 5));

        Assert.Equal((1, 1, 1), (report.Created, report.Updated, report.Skipped));
        Assert.Equal(40m, ledger.Scalar<decimal>("select sum(revenue) from current_order_lines"));
        Assert.Equal(1, ledger.Scalar<long>("select count(distinct order_id) from current_order_lines"));
    }

    [Fact]
    public async Task A_refund_in_a_later_file_does_not_overwrite_the_order_it_names()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportAsync(Line("A", 50));

        var report = await ledger.ImportAsync(Line("A", -20) with { Day = May.AddDays(3) }, Line("A", -5) with { Day = May.AddDays(4) });

        Assert.Equal((2, 0), (report.Created, report.Updated));
        Assert.Equal(["20.0000 | order_id", "5.0000 | order_id"],
            ledger.Rows("select amount, matched_by from current_refunds"));
    }

    [Fact]
    public async Task An_order_that_is_cancelled_later_stays_with_its_date_and_its_refund_is_not_counted_twice()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportAsync(Line("A", 50));
        var report = await ledger.ImportAsync(
            Line("A", 50) with { CancelledOn = May.AddDays(1) }, Line("A", -50) with { Day = May.AddDays(1) });

        Assert.Equal((1, 1), (report.Created, report.Updated));
        Assert.Equal(["50.0000 | 2024-05-02"],
            ledger.Rows("select revenue, cast(cancelled_on as varchar) from current_order_lines"));
        Assert.Empty(ledger.Rows("select amount from current_refunds"));
    }

    [Fact]
    public async Task A_guest_with_an_email_is_a_customer_whatever_the_letter_case_and_nobody_is_unassigned()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportAsync(
            Row(null, 1) with { Email = " Anna@Example.org " }, Row(null, 2) with { Email = "anna@example.org" },
            Row("ANNA@example.org", 4) with { Email = "anna@example.org" }, Row(null, 8));

        Assert.Equal(["- | 8.0000", "anna@example.org | 7.0000"], ledger.Rows(
            """
            select customer_key, sum(revenue) from current_order_lines
            left join current_customers using (customer_id) group by customer_key
            """));
    }

    [Fact]
    public async Task Of_each_fact_about_a_customer_the_newest_file_that_states_it_counts()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportAsync(Row("anna", 1) with { Name = "Anna A.", Country = "DE" });
        await ledger.ImportAsync(Row("anna", 2) with { Name = "Anna B." }, Row("anna", 3));
        await ledger.ImportAsync(Row("anna", 4));

        Assert.Equal(["anna | Anna B. | DE"], ledger.Rows("select customer_key, name, country from current_customers"));
    }

    [Fact]
    public async Task A_member_is_one_from_the_first_order_that_says_so()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportAsync(Row("anna", 1) with { Member = "no" }, Row("anna", 2) with { Member = "Yes", Day = May.AddDays(2) },
            Row("anna", 3) with { Member = "true", Day = May.AddDays(5) }, Row("ben", 1) with { Member = "Gold club" });

        Assert.Equal(["anna | member | 2024-05-03 | -", "ben | Gold club | 2024-05-01 | -"], ledger.Rows(
            """
            select customer_key, programme, cast(valid_from as varchar), valid_until
            from current_memberships join current_customers using (customer_id)
            """));
    }

    [Fact]
    public async Task A_dry_run_counts_and_leaves_everything_as_it_was()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportAsync(Line("A", 10));
        var before = ledger.Contents();
        var version = await ledger.Database.VersionAsync();

        var report = await ledger.TryAsync(Line("A", 12), Line("B", 5), Line("C", 5) with { Day = new DateOnly(2031, 1, 1) });

        Assert.Equal((true, 1, 1, 0, 1), (report.IsDryRun, report.Created, report.Updated, report.Skipped, report.Rejected));
        Assert.Equal(before, ledger.Contents());
        Assert.Equal(version, await ledger.Database.VersionAsync());
    }

    [Fact]
    public async Task An_import_that_fails_half_way_leaves_nothing_behind()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportAsync(Line("A", 10));
        var before = ledger.Contents();
        using var cancelled = new CancellationTokenSource();
        var cancelWhenWriting = new Progress(step =>
        {
            if (step == "matching refunds")
                cancelled.Cancel();
        });
        StagedRow[] rows = [Line("B", 10), Line("B", -3)];
        ledger.Stage(rows);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Mainstay.Ledger.Import.Commit.OrderImport.CommitAsync(
            ledger.Database, ledger.Staging, ledger.Options(rows), cancelWhenWriting, cancelled.Token));

        Assert.Equal(before, ledger.Contents());
        Assert.Equal((2, 0), ((await ledger.ImportAsync(rows)).Created, (await ledger.ImportAsync(rows)).Created));
    }

    [Fact]
    public async Task A_process_killed_in_the_middle_of_an_import_leaves_the_ledger_as_it_was()
    {
        var folder = Directory.CreateTempSubdirectory("mainstay-killed");
        try
        {
            using var ledger = await TestLedger.OpenAsync(Path.Combine(folder.FullName, "ledger.duckdb"));
            await ledger.ImportAsync(Line("A", 10));
            var before = ledger.Contents();
            StagedRow[] rows = [Line("A", 12), Line("B", 5), Line("B", -3)];
            ledger.Stage(rows);
            var crash = Directory.CreateDirectory(Path.Combine(folder.FullName, "crash"));
            var leaveFilesAsAKilledProcessWould = new Progress(step =>
            {
                if (step == "matching refunds")
                    foreach (var file in folder.EnumerateFiles())
                        file.CopyTo(Path.Combine(crash.FullName, file.Name));
            });

            await Mainstay.Ledger.Import.Commit.OrderImport.CommitAsync(
                ledger.Database, ledger.Staging, ledger.Options(rows), leaveFilesAsAKilledProcessWould);

            using var restarted = await TestLedger.OpenAsync(Path.Combine(crash.FullName, "ledger.duckdb"));
            Assert.NotEqual(before, ledger.Contents());
            Assert.Equal(before, restarted.Contents());
            Assert.Equal((2, 1), ((await restarted.ImportAsync(rows)).Created, (await Mainstay.Ledger.Import.Commit.ImportLog.ListAsync(restarted.Database))[0].Updated));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Other_currencies_are_converted_at_their_rate_or_refused_and_listed()
    {
        using var ledger = await engine.OpenAsync();
        ledger.Settings = ledger.Settings with { ExchangeRates = new Dictionary<string, decimal> { ["USD"] = 0.925m } };

        var report = await ledger.ImportAsync(Row("anna", 10) with { Currency = "EUR" }, Row("anna", 10.01m) with { Currency = "USD", Cost = 4 },
            Row("anna", 10) with { Currency = "GBP" }, Row("anna", -2) with { Currency = "USD" }, Row("anna", 5));

        Assert.Equal((4, 1), (report.Created, report.Rejected));
        var refused = Assert.Single(report.FirstRefused);
        Assert.Equal(4, refused.RowNumber);
        Assert.Contains("GBP has no exchange rate to EUR", refused.Reason, StringComparison.Ordinal);
        Assert.Equal(["10.0000 | -", "5.0000 | -", "9.2593 | 3.7000"],
            ledger.Rows("select revenue, cost from current_order_lines"));
        Assert.Equal(1.85m, ledger.Scalar<decimal>("select amount from current_refunds"));
    }

    [Fact]
    public async Task What_is_refused_stands_among_the_rejects_also_after_a_dry_run()
    {
        using var ledger = await engine.OpenAsync();
        StagedRow[] file = [Row("anna", 10) with { Currency = "GBP", Sku = "tea" }, Row("anna", 1) with { Day = new DateOnly(2031, 1, 1) }];

        await ledger.TryAsync(file);

        Assert.Equal(["2 | ,anna,2024-05-01,tea,10.0000,GBP", "3 | ,anna,2031-01-01,,1.0000,"],
            TestLedger.Rows(ledger.Staging, "select row_number, original from staged_rejects"));
    }

    [Fact]
    public async Task A_ledger_without_a_currency_adopts_that_of_the_first_file_which_has_exactly_one()
    {
        using var ledger = await engine.OpenAsync();
        ledger.Settings = new BusinessSettings();

        Assert.Null((await ledger.ImportAsync(Row("anna", 1))).AdoptedCurrency);
        Assert.Equal("SEK", (await ledger.ImportAsync(Row("anna", 2) with { Currency = "SEK" })).AdoptedCurrency);
        var third = await ledger.ImportAsync(Row("anna", 3) with { Currency = "NOK" });

        Assert.Equal(("SEK", null, 1), (third.Currency, third.AdoptedCurrency, third.Rejected));
    }

    [Fact]
    public async Task Several_currencies_and_no_business_currency_are_refused_with_the_way_out()
    {
        using var ledger = await engine.OpenAsync();
        ledger.Settings = new BusinessSettings();

        var report = await ledger.ImportAsync(Row("anna", 1) with { Currency = "SEK" }, Row("anna", 1) with { Currency = "NOK" });

        Assert.Equal((0, 2), (report.Created, report.Rejected));
        Assert.Contains("settings set currency", report.FirstRefused[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exact_counts_of_the_file_stand_in_the_report_and_in_the_log()
    {
        using var ledger = await engine.OpenAsync();
        var report = await ledger.ImportAsync(Line("A", 10), Line("A", 5), Line("A", -5) with { Day = May.AddDays(9) },
            Row("ben", 4) with { Day = May.AddDays(-9) });

        Assert.Equal((2, 1, 2), (report.Orders, report.Refunds, report.Customers));
        Assert.Equal((May.AddDays(-9), May.AddDays(9)), (report.FirstDay, report.LastDay));
        var entry = Assert.Single(await Mainstay.Ledger.Import.Commit.ImportLog.ListAsync(ledger.Database));
        Assert.Equal((report.ImportNumber, report.ImportId, 4, 4, ledger.Clock.GetUtcNow(), report.FirstDay),
            (entry.ImportNumber, entry.ImportId, entry.RowsRead, entry.Created, entry.ImportedAt, entry.FirstDay));
    }

    private static StagedRow Row(string? customer, decimal amount) => new() { Customer = customer, Day = May, Amount = amount };

    private static StagedRow Line(string order, decimal amount) => Row("anna", amount) with { Order = order };

    private sealed class Progress(Action<string> report) : IProgress<string>
    {
        public void Report(string value) => report(value);
    }
}
