namespace Mainstay.Worth.Ladder;

/// <summary>How much of the ladder to show.</summary>
public sealed record LadderRequest
{
    /// <summary>True: each customer's too.</summary>
    public bool ByCustomer { get; init; }

    /// <summary>month, quarter or year: the company's ladder of each; null: none.</summary>
    public string? Period { get; init; }
}
