using System.Data.Common;
using Mainstay.DuckDb;

namespace Mainstay.Ledger.Engines;

/// <summary>
/// Moves rows between the connection a file was staged on and the ledger's. Where both are one, nothing moves: a view
/// gives the rows their name.
/// </summary>
internal sealed class Exchange(DuckDbConnection staging, DbConnection ledger, CancellationToken cancellationToken)
{
    /// <summary>Questions to what was staged.</summary>
    public SqlSession Staging { get; } = new(staging, cancellationToken);

    /// <summary>Questions to the ledger.</summary>
    public SqlSession Ledger { get; } = new(ledger, cancellationToken);

    /// <summary>Whether the rows were staged inside the ledger.</summary>
    public bool IsOne => ReferenceEquals(staging, ledger);

    /// <summary>Lets the ledger see staged rows under the name <paramref name="name"/>; a query without parameters.</summary>
    public void ShowLedger(string name, SqlFile query) => Show(Staging, Ledger, name, query);

    /// <summary>Lets what is staged see rows of the ledger under the name <paramref name="name"/>.</summary>
    public void ShowStaging(string name, SqlFile query) => Show(Ledger, Staging, name, query);

    /// <summary>Adds the rows of a query over what is staged to a table of the ledger; it names the table's columns.</summary>
    public void Insert(string table, SqlFile query, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (IsOne)
        {
            Ledger.Execute($"insert into {table} by name\n{query.Text}", parameters);
            return;
        }

        using (var rows = Staging.ReadColumns(query, parameters))
            _ = LedgerEngine.Of(ledger).Load(ledger, table, rows);
        LedgerEngine.Of(ledger).Filled(ledger, table);
    }

    private void Show(SqlSession from, SqlSession to, string name, SqlFile query)
    {
        if (IsOne)
        {
            to.Name(name, query);
            return;
        }

        using var rows = from.ReadColumns(query);
        to.Keep(name, rows);
    }
}
