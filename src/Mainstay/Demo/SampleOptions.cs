namespace Mainstay.Demo;

/// <summary>What the sample business should look like. The same options always give the same bytes.</summary>
public sealed record SampleOptions
{
    /// <summary>Most customers a sample can have: the order keys hold 22 bits of customer, guests included.</summary>
    public const int MostCustomers = 3_500_000;

    /// <summary>Customers who place at least one order; enough for every chart to have a shape.</summary>
    public int Customers { get; init; } = 4_000;

    /// <summary>Start of every random sequence.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Last day of the order log.</summary>
    public required DateOnly EndDay { get; init; }

    /// <summary>Length of the order log: two and a half years hold two Decembers wherever they end.</summary>
    public int Days { get; init; } = 913;
}
