namespace Mainstay.Ledger.Tests.Import.Commit;

/// <summary>The first import of a ledger on a server takes the indexes off the tables it fills, and puts them back.</summary>
public sealed class EmptyLedgerTests
{
    private const string Indexes =
        "select string_agg(indexdef, ' ' order by indexname) from pg_indexes where schemaname = 'public'";

    [Fact]
    public async Task After_the_first_import_every_index_is_there_again()
    {
        using var ledger = await TestEngine.Postgres.OpenAsync();
        var before = ledger.Scalar<string>(Indexes);

        await ledger.ImportAsync(Row("anna", 10), Row("ben", 20), Row("anna", -4));

        Assert.Contains("order_lines_version", before, StringComparison.Ordinal);
        Assert.Equal(before, ledger.Scalar<string>(Indexes));
    }

    [Fact]
    public async Task A_dry_run_leaves_them_as_they_were()
    {
        using var ledger = await TestEngine.Postgres.OpenAsync();
        var before = ledger.Scalar<string>(Indexes);

        var report = await ledger.TryAsync(Row("anna", 10), Row("ben", 20));

        Assert.Equal(2, report.Created);
        Assert.Equal(before, ledger.Scalar<string>(Indexes));
        Assert.Equal(0, ledger.Scalar<long>("select count(*) from order_lines"));
    }

    private static StagedRow Row(string customer, decimal amount) =>
        new() { Customer = customer, Day = new(2024, 5, 1), Amount = amount };
}
