using System.Globalization;
using Mainstay.Ledger.Settings;

namespace Mainstay.Demo;

/// <summary>
/// Alder &amp; Oak, an invented shop for coffee and home goods: the order log a new user explores before their own.
/// Seeded, with a known truth behind it; docs/explanation/sample-business.md says how it is made.
/// </summary>
public static class SampleBusiness
{
    /// <summary>What the customers are drawn from.</summary>
    public static readonly SampleTruth Truth = new(R: .36, Alpha: 5.5, A: .75, B: 3.0, P: 6.0, Q: 2.2, Gamma: 9.0);

    /// <summary>The settings that belong to the sample.</summary>
    public static readonly BusinessSettings Settings = new()
    {
        BusinessName = "Alder & Oak",
        Currency = "GBP",
        TimeZone = "Europe/London",
        Locale = "en-GB",
        MarginRate = 0.40m,
        MarginRateDeclared = true,
    };

    /// <summary>Writes the order log into <paramref name="folder"/>, one CSV file per calendar year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More customers or days than a sample holds.</exception>
    public static SampleFiles Generate(SampleOptions options, string folder)
    {
        Check(options);
        Directory.CreateDirectory(folder);
        using var till = new SampleTill(options, Truth, folder);
        return till.Run();
    }

    /// <summary>
    /// Writes into <paramref name="folder"/> what the shop knows beside its orders: pools, unit times and activities,
    /// payment fees, acquisition spend, referrals and an exception, one CSV file each.
    /// </summary>
    /// <returns>The files, in an order they can be imported in.</returns>
    /// <exception cref="ArgumentOutOfRangeException">More customers or days than a sample holds.</exception>
    public static IReadOnlyList<string> GenerateFacts(SampleOptions options, string folder)
    {
        Check(options);
        Directory.CreateDirectory(folder);
        return new SampleFacts(options, Truth, folder).Run();
    }

    private static void Check(SampleOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Customers, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Customers, SampleOptions.MostCustomers, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Days, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Days, 4_000, nameof(options));
    }
}
