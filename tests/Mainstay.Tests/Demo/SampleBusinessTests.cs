using System.Globalization;
using System.Security.Cryptography;
using Mainstay.Demo;

namespace Mainstay.Tests.Demo;

public sealed class SampleBusinessTests : IDisposable
{
    private static readonly DateOnly EndDay = new(2026, 10, 31);

    private readonly string _folder = Directory.CreateTempSubdirectory("mainstay-sample").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_options_give_the_same_bytes()
    {
        var first = Hash(Generate("first", seed: 7, customers: 500));
        var again = Hash(Generate("again", seed: 7, customers: 500));
        Assert.Equal(first, again);
    }

    /// <summary>A committed hash: a change of the sample is a decision, for the tutorial quotes its figures.</summary>
    [Fact]
    public void The_default_sample_is_the_one_the_documentation_describes() =>
        Golden.Match(Hash(Generate("default")) + "\n", "Demo/default-sample.sha256");

    [Fact]
    public void Another_seed_gives_another_business() =>
        Assert.NotEqual(Hash(Generate("one", seed: 1, customers: 200)), Hash(Generate("two", seed: 2, customers: 200)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void It_looks_like_a_real_shop(ulong seed)
    {
        var shape = SampleShape.Of(SampleRow.ReadAll(Generate("shop", seed).Paths));
        Assert.InRange(shape.Customers, 3_900, 4_000);   // the rest bought without leaving a name
        Assert.InRange(shape.GoldShare, .45, .70);
        Assert.InRange(shape.Losing, .08, .20);
        Assert.InRange(shape.WhalePeak, 1.08, 1.30);
        Assert.InRange(shape.Repeaters, .40, .60);
        Assert.InRange(shape.Members, .08, .20);
        Assert.InRange(shape.Anonymous, .005, .02);
        Assert.InRange(shape.Refunded, .01, .04);
        Assert.InRange(shape.CostUnknown, .01, .05);
    }

    [Fact]
    public void December_is_the_peak_summer_the_dip_and_the_shop_grows()
    {
        var rows = SampleRow.ReadAll(Generate("seasons").Paths);
        var orders = rows.Where(row => row.Amount > 0).DistinctBy(row => row.Order).ToList();
        int Month(int year, int month) => orders.Count(row => row.Day.Year == year && row.Day.Month == month);
        Assert.True(Month(2025, 12) > 1.5 * Month(2025, 8), "December should tower over August.");
        Assert.True(Month(2025, 7) < Month(2025, 5), "July should be quieter than May.");
        Assert.True(Month(2025, 12) > Month(2024, 12), "The second December should beat the first.");
        Assert.Equal(EndDay, rows.Max(row => row.Day));
        Assert.Equal(EndDay.AddDays(-912), rows.Min(row => row.Day));
    }

    [Fact]
    public void A_refund_is_later_and_never_more_than_its_order()
    {
        var rows = SampleRow.ReadAll(Generate("refunds").Paths);
        var orders = rows.Where(row => row.Amount >= 0).GroupBy(row => row.Order)
            .ToDictionary(group => group.Key, group => (Amount: group.Sum(row => row.Amount), group.First().Day));
        var refunds = rows.Where(row => row.Amount < 0).ToList();
        Assert.Contains(refunds, row => row.Order.Length == 0);
        foreach (var refund in refunds.Where(row => row.Order.Length > 0))
        {
            Assert.True(refund.Day > orders[refund.Order].Day, $"{refund.Order} was refunded before it was paid.");
            Assert.True(-refund.Amount <= orders[refund.Order].Amount, $"{refund.Order} gave back too much.");
        }
    }

    [Fact]
    public void Order_numbers_rise_with_time_and_rows_come_in_order_of_day()
    {
        var rows = SampleRow.ReadAll(Generate("order", customers: 300).Paths);
        Assert.Equal(rows.Select(row => row.Day).Order(), rows.Select(row => row.Day));
        var numbers = rows.Where(row => row.Amount >= 0)
            .Select(row => int.Parse(row.Order[3..], CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(numbers.Order(), numbers);
    }

    [Fact]
    public void Too_many_customers_are_refused_with_the_limit()
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Generate("many", customers: 4_000_000));
        Assert.Contains("3500000", refusal.Message, StringComparison.Ordinal);
    }

    private SampleFiles Generate(string folder, ulong seed = 1, int customers = 4_000) =>
        SampleBusiness.Generate(
            new SampleOptions { EndDay = EndDay, Seed = seed, Customers = customers }, Path.Combine(_folder, folder));

    private static string Hash(SampleFiles files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in files.Paths)
            hash.AppendData(File.ReadAllBytes(path));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
