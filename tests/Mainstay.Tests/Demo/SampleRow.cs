using System.Globalization;

namespace Mainstay.Tests.Demo;

/// <summary>A row of the sample's files, parsed without the product's importer.</summary>
internal sealed record SampleRow(
    string Order, DateOnly Day, string Customer, string Country, decimal Amount, decimal? Cost, bool Member)
{
    public static List<SampleRow> ReadAll(IEnumerable<string> paths) =>
        [.. paths.SelectMany(path => File.ReadLines(path).Skip(1)).Select(Read)];

    private static SampleRow Read(string line)
    {
        var parts = line.Split('"');
        for (var quoted = 1; quoted < parts.Length; quoted += 2)
            parts[quoted] = parts[quoted].Replace(',', ' ');
        var cell = string.Concat(parts).Split(',');
        Assert.Equal(17, cell.Length);
        return new SampleRow(
            cell[0], DateOnly.ParseExact(cell[2], "yyyy-MM-dd", CultureInfo.InvariantCulture), cell[3], cell[6],
            decimal.Parse(cell[13], CultureInfo.InvariantCulture),
            cell[14].Length == 0 ? null : decimal.Parse(cell[14], CultureInfo.InvariantCulture), cell[16] == "yes");
    }
}
