namespace Mainstay.Ledger.Tests.Import.Commit;

public abstract class ImportUndoTests(TestEngine engine)
{
    public sealed class OnDuckDb() : ImportUndoTests(TestEngine.DuckDb);

    public sealed class OnPostgres() : ImportUndoTests(TestEngine.Postgres);

    public sealed class OnServers() : ImportUndoTests(TestEngine.Servers);

    private static readonly DateOnly May = new(2024, 5, 1);

    private static readonly StagedRow[] FileA =
    [
        Row("anna", "1", 10) with { Name = "Anna" }, Row("anna", "2", 20), Row("ben", "3", 30) with { Member = "yes" },
        Row("anna", "2", -5), Row("carl", null, 7), Row("carl", null, 7),
    ];

    private static readonly StagedRow[] FileB =
    [
        Row("anna", "1", 10), Row("anna", "2", 21), Row("ben", "3", 30), Row("dora", "4", 40), Row("ben", null, -30),
        Row("carl", null, 7),
    ];

    [Fact]
    public async Task Importing_A_and_B_and_undoing_A_is_importing_B()
    {
        using var expected = await engine.OpenAsync();
        await expected.ImportAsync(FileB);
        using var ledger = await engine.OpenAsync();
        var a = await ledger.ImportAsync(FileA);
        await ledger.ImportAsync(FileB);

        await ledger.UndoAsync(a.ImportNumber);

        Assert.Equal(expected.Contents(), ledger.Contents());
    }

    [Fact]
    public async Task Importing_A_and_B_and_undoing_B_is_importing_A()
    {
        using var expected = await engine.OpenAsync();
        await expected.ImportAsync(FileA);
        using var ledger = await engine.OpenAsync();
        await ledger.ImportAsync(FileA);
        var b = await ledger.ImportAsync(FileB);

        await ledger.UndoAsync(b.ImportNumber);

        Assert.Equal(expected.Contents(), ledger.Contents());
    }

    [Fact]
    public async Task Undoing_everything_leaves_an_empty_ledger_and_the_file_can_come_again()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportAsync(FileA);
        var before = ledger.Contents();
        await ledger.ImportAsync(FileB);

        await ledger.UndoAsync(1);
        await ledger.UndoAsync(2);

        Assert.Empty(ledger.Contents());
        Assert.Equal(FileA.Length, (await ledger.ImportAsync(FileA)).Created);
        Assert.Equal(before, ledger.Contents());
    }

    [Fact]
    public async Task A_row_stays_as_long_as_one_live_import_vouches_for_it()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportAsync(FileA);
        await ledger.ImportAsync(FileA);
        var before = ledger.Contents();
        await ledger.ImportAsync(FileB);

        await ledger.UndoAsync(1);
        await ledger.UndoAsync(3);

        Assert.Equal(before, ledger.Contents());
    }

    [Fact]
    public async Task An_import_is_undone_once_and_only_if_it_exists()
    {
        using var ledger = await engine.OpenAsync();
        await Assert.ThrowsAsync<MistakeException>(() => ledger.UndoAsync(1));
        await ledger.ImportAsync(FileA);
        await ledger.UndoAsync(1);

        var twice = await Assert.ThrowsAsync<MistakeException>(() => ledger.UndoAsync(1));

        Assert.Contains("was undone on 2026-01-01 already", twice.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_changes_hands_and_back_takes_its_refund_along()
    {
        using var ledger = await engine.OpenAsync();
        await ledger.ImportAsync(Row("anna", "1", 10), Row("anna", null, -4));
        var before = ledger.Contents();

        await ledger.ImportAsync(Row("ben", "1", 10));
        Assert.Equal(["4.0000 | -"], ledger.Rows("select amount, matched_by from current_refunds"));
        await ledger.UndoAsync(2);

        Assert.Equal(["4.0000 | remainder"], ledger.Rows("select amount, matched_by from current_refunds"));
        Assert.Equal(before, ledger.Contents());
    }

    [Fact]
    public async Task Every_import_and_undo_raises_the_version_of_the_ledger()
    {
        using var ledger = await engine.OpenAsync();
        var versions = new List<long> { await ledger.Database.VersionAsync() };
        versions.Add((await ledger.ImportAsync(FileA)).LedgerVersion);
        await ledger.UndoAsync(1);
        versions.Add(await ledger.Database.VersionAsync());

        Assert.Equal(versions.Distinct().Order(), versions);
    }

    private static StagedRow Row(string customer, string? order, decimal amount) =>
        new() { Customer = customer, Order = order, Day = May.AddDays(amount < 0 ? 5 : 0), Amount = amount };
}
