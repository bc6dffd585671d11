using Mainstay.DuckDb;

namespace Mainstay.Ledger.Import;

/// <summary>Finds how a file writes dates and numbers: from its first rows, and from all of them where those cannot tell.</summary>
internal static class FormatSniffer
{
    private const int SampleRows = 5_000;

    /// <summary>Reads as far as needed.</summary>
    /// <exception cref="ImportException">The dates or numbers can be read in two ways.</exception>
    public static CellFormats Find(
        TableSource table, IReadOnlyList<int> dates, IReadOnlyList<int> numbers, ReadOptions options, DuckDbConnection connection)
    {
        var dateEvidence = new DateEvidence(dates.Count > 0 ? table.Columns[dates[0]] : "");
        var numberEvidence = new NumberEvidence();
        using var reader = table.Open(connection);
        var rows = 0;
        while ((rows < SampleRows || !IsDecided(dateEvidence, numberEvidence, options)) && reader.Read())
        {
            rows++;
            if (reader.Fault is not null)
                continue;
            foreach (var column in dates)
                dateEvidence.Weigh(Cell.Trim(reader[column]), reader.Row);
            foreach (var column in numbers)
                numberEvidence.Weigh(Cell.Trim(reader[column]));
        }

        var notes = new List<string>();
        var order = options.DateOrder ?? dateEvidence.Decide(table.File.Path, notes);
        var decimalComma = options.DecimalComma ?? numberEvidence.Decide(table.File.Path, options.LoneMarkIsDecimal);
        return new CellFormats(order, decimalComma, numberEvidence.NamesCurrency, dateEvidence.HasInstants, notes);
    }

    private static bool IsDecided(DateEvidence dates, NumberEvidence numbers, ReadOptions options) =>
        (options.DateOrder is not null || dates.IsDecided) && (options.DecimalComma is not null || numbers.IsDecided);
}
