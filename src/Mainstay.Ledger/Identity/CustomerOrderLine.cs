namespace Mainstay.Ledger.Identity;

/// <summary>One live order line of a customer, with where it came from: the last step of "why this number".</summary>
public sealed record CustomerOrderLine
{
    /// <summary>Names the order.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>The order's number in its source; null where each row is an order.</summary>
    public string? OrderRef { get; init; }

    /// <summary>Business day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Article number.</summary>
    public string? Sku { get; init; }

    /// <summary>Article text.</summary>
    public string? Description { get; init; }

    /// <summary>Units.</summary>
    public decimal? Quantity { get; init; }

    /// <summary>What the file says, in <see cref="Currency"/>.</summary>
    public required decimal Amount { get; init; }

    /// <summary>The file's currency; null where it names none.</summary>
    public string? Currency { get; init; }

    /// <summary>Units of the business's currency for one of <see cref="Currency"/>.</summary>
    public required decimal ExchangeRate { get; init; }

    /// <summary>Net revenue in the business's currency.</summary>
    public required decimal Revenue { get; init; }

    /// <summary>Cost in the business's currency; null where unknown.</summary>
    public decimal? Cost { get; init; }

    /// <summary>Day the order was cancelled.</summary>
    public DateOnly? CancelledOn { get; init; }

    /// <summary>The import that wrote this version.</summary>
    public required long ImportNumber { get; init; }

    /// <summary>Its file.</summary>
    public required string FileName { get; init; }

    /// <summary>The row of that file.</summary>
    public required long RowNumber { get; init; }
}
