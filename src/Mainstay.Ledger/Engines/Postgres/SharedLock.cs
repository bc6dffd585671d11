using System.Data.Common;
using Dapper;
using Npgsql;

namespace Mainstay.Ledger.Engines.Postgres;

/// <summary>Keeps changes out of a ledger while it is held, but no other reader.</summary>
internal sealed class SharedLock : IDisposable
{
    private readonly DbConnection _connection;
    private readonly long _key;

    public SharedLock(DbConnection connection, long key)
    {
        (_connection, _key) = (connection, key);
        _connection.Execute("select pg_advisory_lock_shared(@key)", new { key }, commandTimeout: 0);
    }

    public void Dispose()
    {
        try
        {
            _connection.Execute("select pg_advisory_unlock_shared(@key)", new { key = _key });
        }
        catch (Exception gone) when (gone is NpgsqlException or InvalidOperationException)
        {
            // With its connection the lock is gone as well.
        }
    }
}
