using System.Globalization;
using System.Text.Json;
using Mainstay.Cli.Terminal;
using Mainstay.Ledger.Import;

namespace Mainstay.Cli.Shell;

/// <summary>Rows of one kind, written as a table, as JSON or as CSV from the same columns.</summary>
/// <param name="Name">Name of the array in JSON.</param>
/// <param name="Columns">Columns in order.</param>
internal sealed record Listing<T>(string Name, IReadOnlyList<ListColumn<T>> Columns)
{
    public TextTable Table(IEnumerable<T> rows)
    {
        var shown = Columns.Where(column => column.Head is not null).ToArray();
        var table = new TextTable([.. shown.Select(column => column.Head!)]);
        foreach (var row in rows)
            table.Add([.. shown.Select(column => column.Show?.Invoke(row) ?? Plain(column.Value(row)))]);
        return table;
    }

    /// <summary>JSON or CSV, by the call's format.</summary>
    public void Write(Call call, IEnumerable<T> rows)
    {
        if (call.Format == OutputFormat.Csv)
            WriteCsv(call.Context.Out, rows);
        else
            WriteJson(call.Context, rows);
    }

    /// <summary>A single thing: an object in JSON, one line in CSV.</summary>
    public void WriteOne(Call call, T row)
    {
        if (call.Format == OutputFormat.Csv)
            WriteCsv(call.Context.Out, [row]);
        else
            JsonText.Write(call.Context, json => WriteObject(json, row));
    }

    private void WriteCsv(TextWriter writer, IEnumerable<T> rows)
    {
        CsvText.WriteLine(writer, Columns.Select(column => column.Name));
        foreach (var row in rows)
            CsvText.WriteLine(writer, Columns.Select(column => Raw(column.Value(row))));
    }

    private void WriteJson(CliContext context, IEnumerable<T> rows) => JsonText.Write(context, json =>
    {
        json.WriteStartObject();
        WriteArray(json, rows);
        json.WriteEndObject();
    });

    /// <summary>The rows as an array of objects, inside an object that has begun.</summary>
    public void WriteArray(Utf8JsonWriter json, IEnumerable<T> rows)
    {
        json.WriteStartArray(Name);
        foreach (var row in rows)
            WriteObject(json, row);
        json.WriteEndArray();
    }

    private void WriteObject(Utf8JsonWriter json, T row)
    {
        json.WriteStartObject();
        foreach (var column in Columns)
            JsonText.WriteValue(json, column.Name, column.Value(row));
        json.WriteEndObject();
    }

    /// <summary>A value as it stands in JSON and CSV, for a table.</summary>
    public static Cell Plain(object? value) => value is null ? Cell.Missing : Raw(value);

    private static string Raw(object? value) => value switch
    {
        null => "",
        string text => text,
        DateOnly day => Figures.Day(day),
        DateTimeOffset moment => moment.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IEnumerable<string> words => string.Join("; ", words),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
