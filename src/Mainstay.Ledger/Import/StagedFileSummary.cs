using System.Globalization;
using Mainstay.DuckDb;
using Mainstay.Ledger.Engines;

namespace Mainstay.Ledger.Import;

/// <summary>Puts together what a reading found out.</summary>
internal static class StagedFileSummary
{
    /// <summary>The summary of one file of a reading.</summary>
    public static StagedFile Of(DuckDbConnection connection, ReadingPlan plan, StagedFileWriter writer, int file)
    {
        var (shape, table) = (plan.Shape, plan.Table);
        var orders = shape.HasOrderIds ? CountOrders(connection, file) : writer.Staged - writer.Refunds;
        return new StagedFile
        {
            Path = table.File.Path,
            RecognisedAs = Sentence(plan, writer, orders),
            Kind = plan.Kind,
            Format = table.FormatName,
            Encoding = table.File.Format is FileFormat.Parquet or FileFormat.Spreadsheet ? null : table.File.Encoding.WebName,
            Delimiter = table.Delimiter,
            DateOrder = plan.Formats.DateOrder,
            DecimalComma = plan.Formats.DecimalComma,
            Columns = table.Columns,
            Mapping = shape.Mapping,
            RowsRead = writer.RowsRead,
            RowsStaged = writer.Staged,
            Rejected = writer.Rejected,
            LeftOut = writer.LeftOut,
            Orders = orders,
            Refunds = writer.Refunds,
            Customers = writer.Customers,
            FirstDay = writer.Days?.First,
            LastDay = writer.Days?.Last,
            HasOrderIds = shape.HasOrderIds,
            HasAmounts = shape.HasAmounts,
            ContradictoryAmounts = writer.ContradictoryAmounts,
            Contradictions = writer.Contradictions,
            Currencies = writer.Currencies,
            Notes = writer.Notes,
            Preview = writer.Preview,
            FirstRejects = writer.FirstRejects,
        };
    }

    private static string Sentence(ReadingPlan plan, StagedFileWriter writer, long orders)
    {
        var credits = plan.Kind == OrderFileKind.InvoiceLines && writer.Refunds > 0 ? " with credit notes" : "";
        var days = writer.Days is { } span
            ? string.Create(CultureInfo.InvariantCulture, $", {span.First:yyyy-MM-dd}…{span.Last:yyyy-MM-dd}")
            : "";
        var columns = plan.Table.Columns.Count;
        return string.Create(CultureInfo.InvariantCulture,
            $"Looks like {OrderFileSignature.Describe(plan.Kind)}{credits}, {columns:N0} column{(columns == 1 ? "" : "s")}, {orders:N0} order{(orders == 1 ? "" : "s")}{days}");
    }

    private static long CountOrders(DuckDbConnection connection, int file)
    {
        using var command = connection.CreateCommand(SqlFile.Beside<StagingTables>("staged_orders").Text);
        command.Parameters.Add(new DuckDbParameter("file_number", file));
        return (long)command.ExecuteScalar()!;
    }
}
