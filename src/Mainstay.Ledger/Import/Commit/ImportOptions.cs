using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Import.Commit;

/// <summary>What an import of staged rows needs to know beside the rows.</summary>
public sealed record ImportOptions
{
    /// <summary>Name of the file, for the list of imports.</summary>
    public required string FileName { get; init; }

    /// <summary>
    /// Namespace of order ids and customer keys: files of one source continue each other, those of two do not know each
    /// other's numbers. Default: the system the file's kind points to, so that one shop's exports belong together.
    /// </summary>
    public string? Source { get; init; }

    /// <summary>What the file was recognised as, such as <c>shopify_orders</c>.</summary>
    public string Kind { get; init; } = "orders";

    /// <summary>Rows below the file's header.</summary>
    public required long RowsRead { get; init; }

    /// <summary>Rows the reader could not understand.</summary>
    public long Rejected { get; init; }

    /// <summary>The settings in force.</summary>
    public required BusinessSettings Settings { get; init; }

    /// <summary>Decides what is later than today, and when the import happened.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
