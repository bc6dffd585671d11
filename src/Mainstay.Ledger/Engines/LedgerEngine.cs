using System.Data.Common;
using Mainstay.DuckDb;
using Mainstay.Ledger.Engines.DuckDb;
using Mainstay.Ledger.Engines.Postgres;

namespace Mainstay.Ledger.Engines;

/// <summary>Finds the engine that a connection talks to.</summary>
public static class LedgerEngine
{
    /// <summary>The engine of ledgers that outgrow one machine.</summary>
    internal static ILedgerEngine Server => PostgresEngine.Instance;

    public static ILedgerEngine Of(DbConnection connection) =>
        connection is DuckDbConnection ? DuckDbEngine.Instance : PostgresEngine.Instance;
}
