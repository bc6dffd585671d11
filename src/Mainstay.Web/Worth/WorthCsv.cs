using System.Text;
using Mainstay.Ledger.Import;
using Mainstay.Web.Shell;

namespace Mainstay.Web.Worth;

/// <summary>Lines of CSV onto a response, some at a time: a list is as long as it is.</summary>
internal static class WorthCsv
{
    private const int Chunk = 1 << 16;

    /// <summary>A header and its lines. Text that a spreadsheet would run as a formula is made harmless.</summary>
    public static async Task WriteAsync(
        Stream body, IEnumerable<string> header, IEnumerable<string[]> lines, CancellationToken cancellationToken)
    {
        await using var text = new StringWriter();
        CsvText.WriteLine(text, header);
        foreach (var line in lines)
        {
            CsvText.WriteLine(text, line);
            if (text.GetStringBuilder().Length >= Chunk)
                await SendAsync();
        }

        await SendAsync();

        async Task SendAsync()
        {
            await body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellationToken);
            text.GetStringBuilder().Clear();
        }
    }

    /// <summary>A cell: numbers and days invariant, nothing where there is nothing.</summary>
    public static string Cell(decimal? value) => value is { } number ? Format.Raw(number) : "";

    /// <inheritdoc cref="Cell(decimal?)"/>
    public static string Cell(double? value) => value is { } number ? Format.Raw(number) : "";

    /// <inheritdoc cref="Cell(decimal?)"/>
    public static string Cell(long? value) => value is { } count ? Format.Raw((decimal)count) : "";

    /// <inheritdoc cref="Cell(decimal?)"/>
    public static string Cell(DateOnly? value) => value is { } day ? Format.Raw(day) : "";
}
