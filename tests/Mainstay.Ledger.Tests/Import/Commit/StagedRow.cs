namespace Mainstay.Ledger.Tests.Import.Commit;

/// <summary>One row as the readers stage it, with the defaults of a plain order log.</summary>
internal sealed record StagedRow
{
    public string? Order { get; init; }

    public string? Line { get; init; }

    public string? Customer { get; init; }

    public string? Email { get; init; }

    public string? Name { get; init; }

    public string? Country { get; init; }

    public DateTimeOffset? At { get; init; }

    public required DateOnly Day { get; init; }

    public string? Sku { get; init; }

    public string? Description { get; init; }

    public decimal? Quantity { get; init; }

    public required decimal Amount { get; init; }

    public decimal? Cost { get; init; }

    public string? Currency { get; init; }

    public string? Member { get; init; }

    public DateOnly? CancelledOn { get; init; }
}
