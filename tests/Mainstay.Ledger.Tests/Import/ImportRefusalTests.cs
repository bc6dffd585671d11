using System.IO.Compression;
using System.Text;
using Mainstay.Ledger.Import;
using Mainstay.Tests;

namespace Mainstay.Ledger.Tests.Import;

/// <summary>What cannot be read is refused in words that say what to do; each message is golden.</summary>
public sealed class ImportRefusalTests
{
    private const string Header = "customer,date,amount\n";

    [Fact]
    public async Task Every_refusal_says_what_was_found_what_was_expected_and_what_to_do()
    {
        var folder = Directory.CreateTempSubdirectory("mainstay-test-").FullName;
        var said = new StringBuilder();
        foreach (var (name, content) in Files())
        {
            var path = Path.Combine(folder, name);
            File.WriteAllBytes(path, content);
            said.Append(await RefusalOfAsync(path, folder)).Append('\n');
        }

        said.Append(await RefusalOfAsync(Path.Combine(folder, "missing.csv"), folder)).Append('\n');
        said.Append(await RefusalOfAsync(folder, folder)).Append('\n');
        Directory.Delete(folder, recursive: true);

        Golden.Match(said.ToString(), "import/refusals.txt");
    }

    [Fact]
    public async Task A_column_or_field_that_is_not_there_cannot_be_mapped()
    {
        var said = new StringBuilder();
        foreach (var map in (string[])["amount=Net", "colour=amount"])
        {
            var options = new ReadOptions { Map = new Dictionary<string, string> { [map.Split('=')[0]] = map.Split('=')[1] } };
            var problem = await Staging.ProblemOfAsync(Header + "1,2024-01-01,5\n", options);
            said.Append((problem with { Where = "orders.csv" }).ToString()).Append('\n');
        }

        Golden.Match(said.ToString(), "import/refused-maps.txt");
    }

    private static IEnumerable<(string Name, byte[] Content)> Files()
    {
        yield return ("empty.csv", []);
        yield return ("header-only.csv", Text("customer,date,amount\n"));
        yield return ("binary.csv", [0x7F, .. "ELF"u8, 2, 1, 1, 0, 0, 0, 0, 3, 0, 62, 0, 1, 0, 0, 0]);
        yield return ("picture.csv", [0x89, .. "PNG\r\n"u8, 0x1A, .. "\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 1]);
        yield return ("archive.zip", Zip("orders.csv", Header));
        yield return ("cut-off.csv.gz", Gzip(Header + string.Concat(Enumerable.Range(0, 5_000).Select(n => $"{n},2024-01-01,{n * 7919 % 1000}\n")))[..^9000]);
        yield return ("damaged.parquet", [.. "PAR1"u8, .. new byte[40], .. "PAR1"u8]);
        yield return ("damaged.xlsx", [.. "PK\u0003\u0004"u8, .. new byte[40]]);
        yield return ("ambiguous-dates.csv", Text(Header + "1,03/04/2024,5\n2,05/04/2024,5\n"));
        yield return ("mixed-dates.csv", Text(Header + "1,25/04/2024,5\n2,04/25/2024,5\n"));
        yield return ("ambiguous-numbers.csv", Text("customer;date;amount\n1;2024-04-25;1,234\n2;2024-04-25;5,678\n"));
        yield return ("no-customer.csv", Text("date,amount\n2024-01-01,5\n"));
        yield return ("no-date.csv", Text("customer,amount\n1,5\n"));
        yield return ("no-dates-in-date.csv", Text(Header + "1,soon,5\n2,later,5\n"));
        yield return ("no-header.csv", Text("1,2024-01-01,5\n2,2024-01-02,5\n"));
        yield return ("prose.txt", Text("It was a dark and stormy night; the rain fell in torrents.\n"));
        yield return ("long-line.csv", Text("customer,date,amount\n" + new string('x', 100 * 1024 * 1024)));
    }

    private static async Task<string> RefusalOfAsync(string path, string folder)
    {
        var refused = await Assert.ThrowsAsync<ImportException>(() => Staging.OfAsync(path));
        return refused.Problem.ToString().Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
            .Replace(folder, "(folder)", StringComparison.Ordinal);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Gzip(string text)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(Text(text));
        return packed.ToArray();
    }

    private static byte[] Zip(string name, string text)
    {
        var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create))
        using (var entry = archive.CreateEntry(name).Open())
            entry.Write(Text(text));
        return packed.ToArray();
    }
}
