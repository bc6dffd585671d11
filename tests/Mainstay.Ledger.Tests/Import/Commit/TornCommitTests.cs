using Mainstay.Ledger.Schema;

namespace Mainstay.Ledger.Tests.Import.Commit;

/// <summary>
/// Rows that the embedded engine brings back without their commit, here put in by hand; the killed import of the
/// command line's tests meets them in earnest.
/// </summary>
public sealed class TornCommitTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mainstay-torn");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("insert into purchase_days select customer_id, day + 1, day + 1, null, 7, 7, 7, 7 from purchase_days")]
    [InlineData("insert into customers select uuid(), 'torn', null, null, null, false from customers")]
    [InlineData("insert into order_lines by name select * replace (2 as import_number, uuid() as line_id) from order_lines")]
    [InlineData("insert into identities select uuid(), uuid(), 2, true, source, kind, 'torn', null, null, null from identities")]
    [InlineData("insert into refund_matches select uuid(), customer_id, null, null, day, 3, null, null from order_lines")]
    public async Task What_no_import_brought_is_gone_when_the_ledger_is_opened_again(string torn)
    {
        var path = Path.Combine(_folder.FullName, "mainstay.duckdb");
        IReadOnlyList<string> before;
        using (var ledger = new TestLedger(await LedgerDatabase.OpenAsync(path)))
        {
            await ledger.ImportAsync(
                new StagedRow { Customer = "anna", Order = "1", Day = new(2024, 5, 1), Amount = 10 },
                new StagedRow { Customer = "anna", Order = "1", Day = new(2024, 5, 2), Amount = -4 });
            before = Everything(ledger);
            ledger.Rows(torn);
            Assert.NotEqual(before, Everything(ledger));
        }

        using var reopened = new TestLedger(await LedgerDatabase.OpenAsync(path));
        Assert.Equal(before, Everything(reopened));
    }

    private static IReadOnlyList<string> Everything(TestLedger ledger) =>
        [.. ledger.Contents(), .. ledger.Rows("select * from purchase_days"), .. ledger.Rows("select * from identities")];
}
