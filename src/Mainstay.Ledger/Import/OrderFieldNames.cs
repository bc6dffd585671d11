namespace Mainstay.Ledger.Import;

/// <summary>The fields of an order log by the names a mapping uses, for a person to choose from.</summary>
public static class OrderFieldNames
{
    /// <summary>All names, the most telling first.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<OrderField>().Select(OrderFields.NameOf)];
}
