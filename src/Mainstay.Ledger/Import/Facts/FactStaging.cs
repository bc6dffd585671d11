using System.Text;
using Mainstay.DuckDb;

namespace Mainstay.Ledger.Import.Facts;

/// <summary>
/// The temporary tables a file of facts is read into, and what was counted on the way: <c>staged_facts</c>, and
/// <c>staged_rejects</c> as for orders. Mutable: it is the running total of a reading.
/// </summary>
internal sealed class FactStaging : IDisposable
{
    private const int MostListed = 20;

    private readonly FactAppender _facts;
    private readonly DuckDbAppender _rejects;

    /// <summary>Makes the tables afresh on this connection.</summary>
    public FactStaging(DuckDbConnection connection)
    {
        foreach (var statement in (string[])
                 [
                     "drop view if exists staged_facts", "drop table if exists staged_fact_cells",
                     "drop table if exists staged_rejects",
                     $"create temp table staged_fact_cells ({FactAppender.Columns})",
                     "create temp table staged_rejects "
                     + "(row_number bigint, reason varchar, original varchar, file_number integer)",
                     "create temp view staged_facts as select rowid as staged_id, kind, fact_key, customer_key, email, "
                     + "other_key, order_ref, name, channel, detail, currency, mark, row_number, day, until, quantity, "
                     + "minutes, amount, share from staged_fact_cells",
                 ])
        {
            using var command = connection.CreateCommand(statement);
            command.ExecuteNonQuery();
        }

        _facts = new FactAppender(connection.CreateAppender("staged_fact_cells"));
        _rejects = connection.CreateAppender("staged_rejects");
    }

    public long RowsRead { get; private set; }

    public long Staged { get; private set; }

    public long Rejected { get; private set; }

    public long LeftOut { get; private set; }

    public int? FirstDay { get; private set; }

    public int? LastDay { get; private set; }

    public List<RejectedRow> FirstRejects { get; } = [];

    public List<FactPreview> Preview { get; } = [];

    /// <summary>Counts a row of the file, and says how many there are by now.</summary>
    public long CountRow() => ++RowsRead;

    /// <summary>Counts a row understood and left out on purpose.</summary>
    public void LeaveOut() => LeftOut++;

    /// <summary>Stages a fact.</summary>
    public void Write(in FactRow row, ReadOnlySpan<byte> kind)
    {
        _facts.Append(row, kind);
        Staged++;
        if (row.Day is not { } day)
            return;
        FirstDay = Math.Min(FirstDay ?? day, day);
        LastDay = Math.Max(LastDay ?? day, day);
    }

    /// <summary>Keeps a row that could not be understood, with the reason.</summary>
    public void Reject(long row, string reason, ReadOnlySpan<byte> original)
    {
        var rejected = new RejectedRow(row, reason, Encoding.UTF8.GetString(original));
        _rejects.Append(rejected.RowNumber);
        _rejects.Append(rejected.Reason);
        _rejects.Append(rejected.Original);
        _rejects.Append(1);
        _rejects.EndRow();
        Rejected++;
        if (FirstRejects.Count < MostListed)
            FirstRejects.Add(rejected);
    }

    /// <summary>Whether another row belongs among the first ones shown.</summary>
    public bool IsShown => Preview.Count < MostListed;

    /// <summary>Stores what is still in hand.</summary>
    public void Complete()
    {
        _facts.Close();
        _rejects.Close();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _facts.Dispose();
        _rejects.Dispose();
    }
}
