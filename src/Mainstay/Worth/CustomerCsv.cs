using System.Text;
using Mainstay.DuckDb;
using Mainstay.Ledger.Engines;

namespace Mainstay.Worth;

/// <summary>
/// The per-customer CSV: RFC 4180 in UTF-8 without a byte order mark, one line per customer ordered by key, ISO words
/// and raw numbers. Empty means unknown; residual_low and residual_high stay empty until there is an interval.
/// </summary>
public static class CustomerCsv
{
    /// <summary>The header, and the order of every line's fields.</summary>
    public static string Header { get; } =
        "customer,currency,stage,state,tier,frequency,recency,t,monetary_value,p_alive,p_alive_model,"
        + "expected_purchases_12m,margin_to_date,residual_value,residual_low,residual_high,lifetime_value";

    /// <summary>Writes every row of customer_worth, as <see cref="CustomerAnalysis.RunAsync"/> leaves it.</summary>
    public static Task WriteAsync(
        DuckDbConnection connection, Stream destination, string currency, CancellationToken cancellationToken)
    {
        var columns = new SqlSession(connection, cancellationToken).ReadColumns(SqlFile.Beside(typeof(CustomerCsv), "customer_csv"));
        return WriteAsync(columns, destination, currency, cancellationToken);
    }

    /// <summary>Writes rows whose columns are those of customer_csv.sql, chunk by chunk as they are computed.</summary>
    internal static async Task WriteAsync(
        DuckDbColumnReader columns, Stream destination, string currency, CancellationToken cancellationToken)
    {
        using var rows = columns;
        var line = new CsvLine(MinorUnit.Of(currency));
        var currencyField = Encoding.UTF8.GetBytes(currency);
        line.Header(Header);
        while (columns.NextChunk())
        {
            Append(line, columns, currencyField);
            await destination.WriteAsync(line.Written, cancellationToken);
            line.Clear();
        }

        await destination.WriteAsync(line.Written, cancellationToken);
        await destination.FlushAsync(cancellationToken);
    }

    private static void Append(CsvLine line, DuckDbColumnReader columns, ReadOnlySpan<byte> currency)
    {
        var frequency = columns.Values<long>(4);
        var recency = columns.Values<double>(5);
        var t = columns.Values<double>(6);
        var monetary = columns.Values<double>(7);
        var pAlive = columns.Values<double>(8);
        var expected = columns.Values<double>(10);
        var margin = columns.Values<decimal>(11);
        var residual = columns.Values<double>(12);
        var lifetime = columns.Values<double>(13);
        for (var row = 0; row < columns.RowCount; row++)
        {
            line.Text(columns.Utf8(0, row));
            line.Token(currency);
            line.Token(columns.Utf8(1, row));
            line.Token(columns.Utf8(2, row));
            line.Token(columns.Utf8(3, row));
            line.Integer(columns.IsNull(4, row) ? null : frequency[row]);
            line.Number(columns.IsNull(5, row) ? null : recency[row]);
            line.Number(columns.IsNull(6, row) ? null : t[row]);
            line.Number(columns.IsNull(7, row) ? null : monetary[row]);
            line.Number(columns.IsNull(8, row) ? null : pAlive[row]);
            line.Token(columns.Utf8(9, row));
            line.Number(columns.IsNull(10, row) ? null : expected[row]);
            line.Money(margin[row]);
            line.Money(columns.IsNull(12, row) ? null : residual[row]);
            line.Token([]);
            line.Token([]);
            line.Money(columns.IsNull(13, row) ? null : lifetime[row]);
            line.End();
        }
    }
}
