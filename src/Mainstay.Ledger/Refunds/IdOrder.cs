namespace Mainstay.Ledger.Refunds;

/// <summary>Orders ids of any one type the same way everywhere: text ordinally, the rest by their own comparison.</summary>
internal sealed class IdOrder : IComparer<object>
{
    public static readonly IdOrder Instance = new();

    public int Compare(object? x, object? y) =>
        x is string left && y is string right
            ? string.CompareOrdinal(left, right)
            : System.Collections.Comparer.DefaultInvariant.Compare(x, y);
}
