using System.Globalization;
using Mainstay.DuckDb;

namespace Mainstay.Ledger.Tests.Import;

/// <summary>A query's rows as text: cells between bars, null is empty.</summary>
internal static class Rows
{
    public static IReadOnlyList<string> Of(DuckDbConnection connection, string sql)
    {
        using var command = connection.CreateCommand(sql);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(column => Text(reader.GetValue(column)))).TrimEnd());
        return rows;
    }

    private static string Text(object value) => value switch
    {
        DBNull => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset instant => instant.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
