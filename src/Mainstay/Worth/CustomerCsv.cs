using System.Text;
using System.Data.Common;
using Mainstay.Ledger.Engines;

namespace Mainstay.Worth;

/// <summary>
/// The per-customer CSV: RFC 4180 in UTF-8 without a byte order mark, one line per customer ordered by key, ISO words
/// and raw numbers. Empty means unknown.
/// </summary>
public static class CustomerCsv
{
    /// <summary>The header, and the order of every line's fields.</summary>
    public static string Header { get; } =
        "customer,currency,stage,state,tier,frequency,recency,t,monetary_value,p_alive,p_alive_model,"
        + "expected_purchases_12m,margin_to_date,residual_value,residual_low,residual_high,lifetime_value";

    /// <summary>Writes every row of customer_worth, as <see cref="CustomerAnalysis.RunAsync"/> leaves it.</summary>
    /// <returns>The margin to date of all lines, and how many are of customers with a purchase day.</returns>
    public static Task<(decimal Margin, long Buyers)> WriteAsync(
        DbConnection connection, Stream destination, string currency, CancellationToken cancellationToken)
    {
        var sql = new SqlSession(connection, cancellationToken);
        var columns = sql.ReadColumns(SqlFile.Beside(typeof(CustomerCsv), "customer_csv"));
        return WriteAsync(columns, destination, currency, cancellationToken);
    }

    /// <summary>Writes rows whose columns are those of customer_csv.sql, chunk by chunk as they are computed.</summary>
    internal static async Task<(decimal Margin, long Buyers)> WriteAsync(
        IColumnReader columns, Stream destination, string currency, CancellationToken cancellationToken)
    {
        using var rows = columns;
        var line = new CsvLine(MinorUnit.Of(currency));
        var currencyField = Encoding.UTF8.GetBytes(currency);
        var (margin, buyers) = (0m, 0L);
        line.Header(Header);
        while (columns.NextChunk())
        {
            var (more, bought) = Append(line, columns, currencyField);
            (margin, buyers) = (margin + more, buyers + bought);
            await destination.WriteAsync(line.Written, cancellationToken);
            line.Clear();
        }

        await destination.WriteAsync(line.Written, cancellationToken);
        await destination.FlushAsync(cancellationToken);
        return (margin, buyers);
    }

    private static (decimal Margin, long Buyers) Append(
        CsvLine line, IColumnReader columns, ReadOnlySpan<byte> currency)
    {
        int Of(string name) => columns.Ordinal(name);
        var (customer, stage, state, tier, model) =
            (Of("customer"), Of("stage"), Of("state"), Of("tier"), Of("p_alive_model"));
        var frequency = new Cells<long>(columns, Of("frequency"));
        var recency = new Cells<double>(columns, Of("recency"));
        var t = new Cells<double>(columns, Of("t"));
        var monetary = new Cells<double>(columns, Of("monetary_value"));
        var pAlive = new Cells<double>(columns, Of("p_alive"));
        var expected = new Cells<double>(columns, Of("expected_purchases_12m"));
        var residual = new Cells<double>(columns, Of("residual_value"));
        var low = new Cells<double>(columns, Of("residual_low"));
        var high = new Cells<double>(columns, Of("residual_high"));
        var lifetime = new Cells<double>(columns, Of("lifetime_value"));
        var margin = columns.Values<decimal>(Of("margin_to_date"));
        var (sum, buyers) = (0m, 0L);
        for (var row = 0; row < columns.RowCount; row++)
        {
            line.Text(columns.Utf8(customer, row));
            line.Token(currency);
            line.Token(columns.Utf8(stage, row));
            line.Token(columns.Utf8(state, row));
            line.Token(columns.Utf8(tier, row));
            line.Integer(frequency[row]);
            line.Number(recency[row]);
            line.Number(t[row]);
            line.Number(monetary[row]);
            line.Number(pAlive[row]);
            line.Token(columns.Utf8(model, row));
            line.Number(expected[row]);
            line.Money(margin[row]);
            line.Money(residual[row]);
            line.Money(low[row]);
            line.Money(high[row]);
            line.Money(lifetime[row]);
            line.End();
            sum += margin[row];
            buyers += frequency[row] is null ? 0 : 1;
        }

        return (sum, buyers);
    }

    /// <summary>A column of one chunk: span and NULLs are asked for once, not for every row.</summary>
    private readonly ref struct Cells<T>(IColumnReader columns, int column)
        where T : unmanaged
    {
        private readonly ReadOnlySpan<T> _values = columns.Values<T>(column);
        private readonly bool _hasNulls = columns.HasNulls(column);

        public T? this[int row] => _hasNulls && columns.IsNull(column, row) ? null : _values[row];
    }
}
