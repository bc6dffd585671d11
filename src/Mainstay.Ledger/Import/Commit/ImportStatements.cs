using Mainstay.Ledger.Engines;

namespace Mainstay.Ledger.Import.Commit;

/// <summary>The statements of an import and of its undo, in the order they run.</summary>
internal static class ImportStatements
{
    public static readonly SqlFile IncomingTable = Of("incoming_table");
    public static readonly SqlFile RefuseRows = Of("refuse_rows");
    public static readonly SqlFile RefusedOriginals = Of("refused_originals");
    public static readonly SqlFile TakeInRows = Of("take_in_rows");
    public static readonly SqlFile CountIncoming = Of("count_incoming");
    public static readonly SqlFile RecordImport = Of("record_import");
    public static readonly SqlFile ListImports = Of("list_imports");
    public static readonly SqlFile FindWinners = Of("find_winners");

    /// <summary>Turn what came in into facts; each takes the import's number and its source.</summary>
    public static readonly IReadOnlyList<SqlFile> Facts =
    [
        Of("retire_lines"), Of("retire_refunds"), Of("add_lines"), Of("add_refunds"), Of("add_sightings"),
        Of("add_identities"), Of("add_products"), Of("add_memberships"), Of("note_previous_owners"),
    ];

    /// <summary>Give every fact an undone import spoke of the version that still stands.</summary>
    public static readonly IReadOnlyList<SqlFile> Settle =
        [Of("settle_lines"), Of("settle_refunds"), Of("note_settled_owners")];

    /// <summary>Derive the customers an import spoke of.</summary>
    public static readonly IReadOnlyList<SqlFile> Customers =
        [Of("note_customers"), Of("drop_customers"), Of("derive_customers")];

    private static SqlFile Of(string name) => SqlFile.Beside(typeof(ImportStatements), name);
}
