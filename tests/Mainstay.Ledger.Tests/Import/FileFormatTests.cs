using System.IO.Compression;
using System.Text;
using Mainstay.DuckDb;
using Mainstay.Ledger.Import;

namespace Mainstay.Ledger.Tests.Import;

/// <summary>The same three orders come out of every encoding, delimiter and container.</summary>
public sealed class FileFormatTests
{
    private const string Orders = "Kunde,Datum,Betrag,Artikel\nMüller,2024-01-31,1234.50,Tasse\n7,2024-02-01,-5,\"a \"\"b\"\",\nc\"\n,2024-02-02,0.01,x\n";

    private static readonly string[] Expected =
    [
        "Müller | 2024-01-31 | 1234.5000 | Tasse", "7 | 2024-02-01 | -5.0000 | a \"b\",\nc", " | 2024-02-02 | 0.0100 | x",
    ];

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("windows-1252", false)]
    public async Task Text_is_read_in_its_encoding(string name, bool withMark)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] bytes = [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Orders)];
        using var staging = await Staging.OfBytesAsync(bytes);

        Assert.Equal(Expected, Understood(staging));
        Assert.Equal(name, staging.File.Encoding, ignoreCase: true);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public async Task The_delimiter_is_found_out(char delimiter)
    {
        var text = Orders.Replace("\"\",\n", "<>", StringComparison.Ordinal).Replace(',', delimiter).Replace("<>", "\"\",\n", StringComparison.Ordinal);
        using var staging = await Staging.OfTextAsync(text);

        Assert.Equal(Expected, Understood(staging));
        Assert.Equal(delimiter, staging.File.Delimiter);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public async Task Lines_end_in_any_way(string newline)
    {
        using var staging = await Staging.OfTextAsync(Orders.Replace(",\nc", ", c", StringComparison.Ordinal).Replace("\n", newline, StringComparison.Ordinal));

        Assert.Equal(Expected.Select(row => row.Replace('\n', ' ')), Understood(staging));
    }

    [Fact]
    public async Task A_compressed_file_is_read_as_what_it_holds()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(Orders));
        using var staging = await Staging.OfBytesAsync(packed.ToArray());

        Assert.Equal(Expected, Understood(staging));
        Assert.Equal("csv.gz", staging.File.Format);
    }

    [Fact]
    public async Task Several_compressed_files_one_after_another_are_one()
    {
        var packed = new MemoryStream();
        foreach (var part in (string[])[Orders[..30], Orders[30..]])
        {
            using var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(Encoding.UTF8.GetBytes(part));
        }

        using var staging = await Staging.OfBytesAsync(packed.ToArray());

        Assert.Equal(Expected, Understood(staging));
    }

    [Fact]
    public async Task A_letter_beyond_the_first_megabyte_may_still_show_that_the_file_is_windows_1252()
    {
        var text = new StringBuilder("customer,date,amount\n");
        for (var row = 0; row < 80_000; row++)
            text.Append("1,2024-01-01,1.00\n");
        byte[] bytes = [.. Encoding.UTF8.GetBytes(text.ToString()), .. TextEncoding.Windows1252.GetBytes("Müller,2024-01-02,5\n")];
        using var staging = await Staging.OfBytesAsync(bytes);

        Assert.Equal("windows-1252", staging.File.Encoding);
        Assert.Equal(["Müller"], staging.Rows("select customer_key from staged_rows where day = date '2024-01-02'"));
        Assert.Equal(80_001, staging.File.RowsStaged);
    }

    [Fact]
    public async Task Parquet_is_read_with_its_own_types()
    {
        using var file = TextFile.Of("", "orders.parquet");
        var path = file.Path;
        using (var connection = new DuckDbConnection("Data Source=:memory:"))
        {
            connection.Open();
            using var command = connection.CreateCommand($"""
                copy (select * from (values (7, timestamp '2024-01-31 10:00:00', 29.33::double), (null, timestamp '2024-02-01', -5.0))
                      orders(customer_id, order_date, amount)) to '{path}' (format parquet)
                """);
            command.ExecuteNonQuery();
        }

        using var staging = await Staging.OfAsync(path);

        Assert.Equal(["7 | 2024-01-31 | 29.3300", " | 2024-02-01 | -5.0000"], staging.Rows("select customer_key, day, amount from staged_rows"));
        Assert.Equal("parquet", staging.File.Format);
    }

    [Fact]
    public async Task A_workbook_is_read_below_its_title_with_dates_and_numbers_of_its_own()
    {
        using var file = TextFile.Of(Workbook.Of(
            ["Orders of 2024"],
            [],
            ["Customer", "Date", "Amount", "Product"],
            ["Müller", new DateOnly(2024, 1, 31), 1234.5m, "Tasse"],
            [7m, new DateOnly(2024, 2, 1), -5m, "a \"b\",\nc"]), "orders.xlsx");
        using var staging = await Staging.OfAsync(file.Path);

        Assert.Equal(Expected[..2], Understood(staging));
        Assert.Equal(("xlsx", 4L), (staging.File.Format, staging.File.Preview[0].RowNumber));
    }

    [Fact]
    public async Task A_file_larger_than_the_window_is_read_row_by_row()
    {
        var text = new StringBuilder("customer,date,amount,description\n");
        for (var row = 0; row < 30_000; row++)
            text.Append(row % 7).Append(",2024-01-01,1.00,\"").Append('x', row % 200).Append("\"\"\n\"\n");
        using var staging = await Staging.OfTextAsync(text.ToString());

        Assert.Equal((30_000L, 0L, 7L), (staging.File.RowsStaged, staging.File.Rejected, staging.File.Customers));
    }

    private static IReadOnlyList<string> Understood(Staging staging) =>
        staging.Rows("select customer_key, day, amount, coalesce(description, sku) from staged_rows order by row_number");
}
