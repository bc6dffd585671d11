namespace Mainstay.Demo;

/// <summary>A piece of work the sample shop does, and how it usually goes.</summary>
/// <param name="Name">What the shop calls it.</param>
/// <param name="Pool">Whose minutes it takes.</param>
/// <param name="Minutes">How many, as a time study found.</param>
internal sealed record SampleWork(string Name, string Pool, int Minutes)
{
    public const string Care = "Customer care";
    public const string Warehouse = "Warehouse";

    public static readonly SampleWork Support = new("support contact", Care, 9);

    public static readonly SampleWork Change = new("change of order", Care, 14);

    public static readonly SampleWork Negotiation = new("negotiation", Care, 35);

    public static readonly SampleWork Return = new("return handling", Warehouse, 12);

    public static IReadOnlyList<SampleWork> All { get; } = [Support, Change, Negotiation, Return];
}
