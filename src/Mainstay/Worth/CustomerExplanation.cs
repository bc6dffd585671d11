namespace Mainstay.Worth;

/// <summary>
/// Why a number is what it is: a tree from a customer's value down to order lines. Where <see cref="Formula"/> is
/// <c>sum</c>, <see cref="Value"/> is exactly the sum of the children's; what printing rounds off is its own child.
/// </summary>
/// <param name="Name">What this is.</param>
/// <param name="Value">The number; null where there is none.</param>
/// <param name="Unit">A currency code, or what is counted.</param>
/// <param name="Formula"><c>sum</c>, or how the value follows from the children, or null for a given.</param>
/// <param name="Children">What it follows from.</param>
public sealed record CustomerExplanation(
    string Name, decimal? Value, string Unit, string? Formula, IReadOnlyList<CustomerExplanation> Children)
{
    /// <summary>The formula of a node whose value is the sum of its children's.</summary>
    public const string Sum = "sum";
}
