using Mainstay.Ledger.Import;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Tests;

namespace Mainstay.Ledger.Tests.Import.Commit;

public abstract class SampleImportTests(TestEngine engine)
{
    public sealed class OnDuckDb() : SampleImportTests(TestEngine.DuckDb);

    public sealed class OnPostgres() : SampleImportTests(TestEngine.Postgres);

    public sealed class OnServers() : SampleImportTests(TestEngine.Servers);

    [Fact]
    public async Task The_public_sample_comes_in_whole_and_again_changes_nothing()
    {
        var path = Golden.SharedData("cdnow_sample.csv");
        using var ledger = await engine.OpenAsync();

        var first = await ImportAsync(ledger, path);
        var again = await ImportAsync(ledger, path);

        Assert.Equal((6919, 0, 0, 0), (first.Created, first.Updated, first.Skipped, first.Rejected));
        Assert.Equal((2357, new DateOnly(1997, 1, 1), new DateOnly(1998, 6, 30)), (first.Customers, first.FirstDay, first.LastDay));
        Assert.Equal((0, 0, 6919), (again.Created, again.Updated, again.Skipped));
        Assert.Equal(244091.94m, ledger.Scalar<decimal>("select sum(revenue) from current_order_lines"));
        Assert.Equal(2357, ledger.Scalar<long>("select count(*) from current_customers"));
    }

    private static async Task<ImportReport> ImportAsync(TestLedger ledger, string path)
    {
        var file = await OrderFileReader.StageAsync(ledger.Staging, path, new ReadOptions(), ledger.Settings);
        return await OrderImport.CommitAsync(ledger.Database, ledger.Staging, new ImportOptions
        {
            FileName = Path.GetFileName(path),
            RowsRead = file.RowsRead,
            Rejected = file.Rejected,
            Settings = ledger.Settings,
            Clock = ledger.Clock,
        });
    }
}
