namespace Mainstay.Ledger.Import.Commit;

/// <summary>What an import did, or in a dry run would do.</summary>
public sealed record ImportReport
{
    /// <summary>1, 2, 3 …; what <c>imports undo</c> takes. In a dry run the number it would get.</summary>
    public required long ImportNumber { get; init; }

    /// <summary>Names the import for ever, also in a restored ledger.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>True when everything was put back.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>Name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>Namespace of its order ids and customer keys.</summary>
    public required string Source { get; init; }

    /// <summary>Rows below the header.</summary>
    public required long RowsRead { get; init; }

    /// <summary>Rows the ledger did not have.</summary>
    public required long Created { get; init; }

    /// <summary>Rows that changed something the ledger had.</summary>
    public required long Updated { get; init; }

    /// <summary>Rows the ledger had just so.</summary>
    public required long Skipped { get; init; }

    /// <summary>Rows not taken in: those the reader refused and <see cref="Refused"/>.</summary>
    public required long Rejected { get; init; }

    /// <summary>Rows refused for their date or currency; they stand in <c>staged_rejects</c> with the reader's own.</summary>
    public required long Refused { get; init; }

    /// <summary>The first of them.</summary>
    public required IReadOnlyList<RefusedRow> FirstRefused { get; init; }

    /// <summary>Orders in the file.</summary>
    public required long Orders { get; init; }

    /// <summary>Refunds in the file.</summary>
    public required long Refunds { get; init; }

    /// <summary>Facts beside orders in the file.</summary>
    public required long Facts { get; init; }

    /// <summary>Different customers in the file.</summary>
    public required long Customers { get; init; }

    /// <summary>
    /// People of a file of facts whom the ledger, which has orders, does not know: newcomers, or keys spelt otherwise.
    /// </summary>
    public required long NewPeople { get; init; }

    /// <summary>The key of one of <see cref="NewPeople"/>.</summary>
    public required string? NewPerson { get; init; }

    /// <summary>First business day in the file.</summary>
    public required DateOnly? FirstDay { get; init; }

    /// <summary>Last business day in the file.</summary>
    public required DateOnly? LastDay { get; init; }

    /// <summary>Currency of the ledger's figures.</summary>
    public required string Currency { get; init; }

    /// <summary>The file's currency, where the ledger had none and takes this one from now on; worth a setting.</summary>
    public required string? AdoptedCurrency { get; init; }

    /// <summary>The ledger's version afterwards.</summary>
    public required long LedgerVersion { get; init; }
}
