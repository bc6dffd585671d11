using System.Data.Common;
using Dapper;
using Mainstay.DuckDb;

namespace Mainstay.Ledger.Engines.DuckDb;

/// <summary>Hands out connections to one open database of the embedded engine, and holds it open.</summary>
internal sealed class DuckDbSource : DbDataSource
{
    // Unpacking numbers of 38 digits, which money is, takes the engine longer than all it does with them.
    private const string LightCompression = "set global disabled_compression_methods = 'bitpacking,fsst,dict_fsst'";

    private readonly DuckDbConnection _main;

    public DuckDbSource(string place)
    {
        _main = new DuckDbConnection($"Data Source={place}");
        try
        {
            _main.Open();
            _main.Execute(LightCompression);
        }
        catch
        {
            _main.Dispose();
            throw;
        }
    }

    public override string ConnectionString => _main.ConnectionString;

    protected override DbConnection CreateDbConnection() => _main.Duplicate();

    protected override DbConnection OpenDbConnection() => _main.Duplicate();

    protected override ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken = default) =>
        new(_main.Duplicate());

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _main.Dispose();
        base.Dispose(disposing);
    }

    protected override ValueTask DisposeAsyncCore()
    {
        _main.Dispose();
        return base.DisposeAsyncCore();
    }
}
