using System.Text.Json.Serialization;

namespace Mainstay.Worth;

/// <summary>
/// Why a number is what it is: a tree from a customer's value down to order lines, minutes and rates. Where
/// <see cref="Formula"/> is <c>sum</c>, <see cref="Value"/> is exactly the sum of the children's, and what printing
/// rounds off is a child of its own; any other formula is arithmetic over the children's names. Costs stand below zero.
/// </summary>
/// <param name="Name">What this is.</param>
/// <param name="Value">The number; null where there is none.</param>
/// <param name="Unit">A currency code, or what is counted.</param>
/// <param name="Formula"><c>sum</c>, or arithmetic over the children's names, or null for what is given.</param>
/// <param name="Children">What it follows from.</param>
public sealed record CustomerExplanation(
    string Name, decimal? Value, string Unit, string? Formula, IReadOnlyList<CustomerExplanation> Children)
{
    /// <summary>The formula of a node whose value is the sum of its children's.</summary>
    public const string Sum = "sum";

    /// <summary>In words, what no arithmetic says: a model, an equation, what a rate rests on.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }
}
