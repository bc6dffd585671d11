namespace Mainstay.Ledger.Import.Commit;

/// <summary>One import in the list of all.</summary>
public sealed record ImportEntry
{
    /// <summary>1, 2, 3 …; what <c>imports undo</c> takes.</summary>
    public required long ImportNumber { get; init; }

    /// <summary>Names the import for ever.</summary>
    public required Guid ImportId { get; init; }

    /// <summary>Namespace of its order ids and customer keys.</summary>
    public required string Source { get; init; }

    /// <summary>What the file was recognised as.</summary>
    public required string Kind { get; init; }

    /// <summary>Name of the file.</summary>
    public required string FileName { get; init; }

    /// <summary>When it was imported.</summary>
    public required DateTimeOffset ImportedAt { get; init; }

    /// <summary>Rows below the header.</summary>
    public required long RowsRead { get; init; }

    /// <summary>Rows the ledger did not have.</summary>
    public required long Created { get; init; }

    /// <summary>Rows that changed something the ledger had.</summary>
    public required long Updated { get; init; }

    /// <summary>Rows the ledger had just so.</summary>
    public required long Skipped { get; init; }

    /// <summary>Rows not taken in.</summary>
    public required long Rejected { get; init; }

    /// <summary>First business day of its rows.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>Last business day of its rows.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>When it was undone; null while it counts.</summary>
    public DateTimeOffset? UndoneAt { get; init; }
}
