namespace Mainstay.Ledger.Import;

/// <summary>What was read from one file of orders into <c>staged_rows</c> and <c>staged_rejects</c>.</summary>
public sealed record StagedFile : FileReading
{
    /// <summary>The shape <see cref="FileReading.RecognisedAs"/> names.</summary>
    public required OrderFileKind Kind { get; init; }

    /// <summary>Orders, cancelled ones included; each row is one where the file has no order id.</summary>
    public required long Orders { get; init; }

    /// <summary>Rows that are refunds.</summary>
    public required long Refunds { get; init; }

    /// <summary>Different customer keys.</summary>
    public required long Customers { get; init; }

    /// <summary>True when the file gives order ids, so that rows have an identity of their own.</summary>
    public required bool HasOrderIds { get; init; }

    /// <summary>False when nothing in the file says how much was paid: revenue is then 0 throughout.</summary>
    public required bool HasAmounts { get; init; }

    /// <summary>Rows whose amount and quantity × unit price disagree; the amount won.</summary>
    public required long ContradictoryAmounts { get; init; }

    /// <summary>The first of those rows.</summary>
    public IReadOnlyList<ContradictoryAmount> Contradictions { get; init; } = [];

    /// <summary>Rows by currency the file names; empty when it names none.</summary>
    public IReadOnlyDictionary<string, long> Currencies { get; init; } = new Dictionary<string, long>();

    /// <summary>The first rows as understood.</summary>
    public IReadOnlyList<PreviewRow> Preview { get; init; } = [];
}
