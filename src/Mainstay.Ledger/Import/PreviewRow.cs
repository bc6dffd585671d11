namespace Mainstay.Ledger.Import;

/// <summary>One row as understood, for a person to check before anything is imported.</summary>
public sealed record PreviewRow
{
    /// <summary>Row of the file as a spreadsheet numbers it.</summary>
    public required long RowNumber { get; init; }

    /// <summary>Order id, where the file has one.</summary>
    public string? Order { get; init; }

    /// <summary>Customer key; null is an unassigned order.</summary>
    public string? Customer { get; init; }

    /// <summary>Calendar day in the business's time zone.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Product code, else its description.</summary>
    public string? Product { get; init; }

    /// <summary>Units.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>Line net revenue with its sign; null when the file has no amounts.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Cost of the line where known.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Currency the row names.</summary>
    public string? Currency { get; init; }

    /// <summary><c>placed</c>, <c>cancelled</c> or <c>refund</c>.</summary>
    public required string Status { get; init; }
}
