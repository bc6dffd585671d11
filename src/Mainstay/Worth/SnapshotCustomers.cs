using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Schema;
using Mainstay.Worth.Explanation;

namespace Mainstay.Worth;

/// <summary>The customers of a snapshot: lists, one customer, exports, and why each is worth what they are.</summary>
public sealed class SnapshotCustomers(LedgerDatabase ledger)
{
    /// <summary>One page of those that match, and how many match.</summary>
    public Task<CustomerPage> ListAsync(
        Snapshot snapshot, CustomerListRequest request, CancellationToken cancellationToken) =>
        Task.Run(() =>
        {
            using var connection = ledger.Connect();
            var sql = new SqlSession(connection, cancellationToken);
            var total = Count(sql, snapshot, request);
            using var rows = sql.Read(List, Parameters(snapshot, request, key: null, request.Count, request.Offset));
            return new CustomerPage(total, CustomerWorthRow.ReadAll(rows, MinorUnit.Of(snapshot.Document.Currency)));
        }, cancellationToken);

    /// <summary>One customer by key; null when the snapshot does not know them.</summary>
    public Task<CustomerWorth?> FindAsync(Snapshot snapshot, string key, CancellationToken cancellationToken) =>
        Task.Run(() =>
        {
            using var connection = ledger.Connect();
            var sql = new SqlSession(connection, cancellationToken);
            using var rows = sql.Read(List, Parameters(snapshot, new(), key, count: 1, offset: 0));
            return CustomerWorthRow.ReadAll(rows, MinorUnit.Of(snapshot.Document.Currency)) is [var customer]
                ? customer
                : null;
        }, cancellationToken);

    /// <summary>All that match, as CSV, in the order asked for; page and offset do not apply.</summary>
    public async Task WriteCsvAsync(
        Snapshot snapshot, CustomerListRequest request, Stream destination, CancellationToken cancellationToken)
    {
        using var connection = ledger.Connect();
        var sql = new SqlSession(connection, cancellationToken);
        var columns = sql.ReadColumns(List, Parameters(snapshot, request, key: null, count: null, offset: 0));
        await CustomerCsv.WriteAsync(columns, destination, snapshot.Document.Currency, cancellationToken);
    }

    /// <summary>Why this customer is worth what they are; null when the snapshot does not know them.</summary>
    public Task<CustomerExplanation?> ExplainAsync(
        Snapshot snapshot, string key, CancellationToken cancellationToken) =>
        Task.Run(() =>
        {
            using var connection = ledger.Connect();
            return new CustomerExplainer(new(connection, cancellationToken), snapshot).Explain(key);
        }, cancellationToken);

    private static SqlFile List => SqlFile.Beside<SnapshotCustomers>("customer_list");

    private static long Count(SqlSession sql, Snapshot snapshot, CustomerListRequest request)
    {
        using var row = sql.Read(
            SqlFile.Beside<SnapshotCustomers>("customer_count"),
            ("snapshot_id", snapshot.Id), ("search", Given(request.Search)), ("stage", Given(request.Stage)),
            ("state", Given(request.State)), ("tier", Given(request.Tier)));
        row.Read();
        return row.GetInt64(0);
    }

    private static (string, object?)[] Parameters(
        Snapshot snapshot, CustomerListRequest request, string? key, long? count, long offset)
    {
        if (!CustomerListRequest.SortColumns.Contains(request.Sort))
        {
            var known = string.Join(", ", CustomerListRequest.SortColumns);
            throw new ArgumentException(
                $"sort \"{request.Sort}\" is not known; expected one of {known}.", nameof(request));
        }

        return
        [
            ("snapshot_id", snapshot.Id), ("search", Given(request.Search)), ("stage", Given(request.Stage)),
            ("state", Given(request.State)), ("tier", Given(request.Tier)), ("key", key), ("sort", request.Sort),
            ("descending", request.Descending), ("count", count), ("offset", offset),
        ];
    }

    private static string? Given(string? filter) => string.IsNullOrWhiteSpace(filter) ? null : filter.Trim();
}
