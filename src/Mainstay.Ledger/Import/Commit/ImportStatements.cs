using Mainstay.Ledger.Engines;

namespace Mainstay.Ledger.Import.Commit;

/// <summary>The statements of an import and of its undo, in the order they run.</summary>
internal static class ImportStatements
{
    public static readonly SqlFile NameRows = Of("name_rows");
    public static readonly SqlFile ListRowKeys = Of("list_row_keys");
    public static readonly SqlFile NoRowKeys = Of("no_row_keys");
    public static readonly SqlFile FindKnownRows = Of("find_known_rows");
    public static readonly SqlFile CompareRows = Of("compare_rows");
    public static readonly SqlFile FindUpdatedRows = Of("find_updated_rows");
    public static readonly SqlFile PreviousOwners = Of("note_previous_owners");
    public static readonly SqlFile RefuseRows = Of("refuse_rows");
    public static readonly SqlFile RefusedOriginals = Of("refused_originals");
    public static readonly SqlFile CountIncoming = Of("count_incoming");
    public static readonly SqlFile RecordImport = Of("record_import");
    public static readonly SqlFile ListImports = Of("list_imports");
    public static readonly SqlFile FindWinners = Of("find_winners");

    /// <summary>Let the live versions step back that an import changes.</summary>
    public static readonly IReadOnlyList<SqlFile> Retire =
        [Of("retire_lines"), Of("retire_refunds")];

    /// <summary>What came in, as rows of the ledger's tables; each takes the import's number.</summary>
    public static readonly IReadOnlyList<(string Table, SqlFile Rows)> Facts =
    [
        ("order_lines", Of("add_lines")), ("refunds", Of("add_refunds")), ("sightings", Of("add_sightings")),
        ("products", Of("add_products")), ("memberships", Of("add_memberships")),
    ];

    /// <summary>As <see cref="Facts"/>; takes the source too.</summary>
    public static readonly (string Table, SqlFile Rows) Identities = ("identities", Of("add_identities"));

    /// <summary>Give every fact an undone import spoke of the version that still stands.</summary>
    public static readonly IReadOnlyList<SqlFile> Settle =
        [Of("settle_lines"), Of("settle_refunds"), Of("settle_facts"), Of("note_settled_owners")];

    /// <summary>Derive the customers who are touched.</summary>
    public static readonly IReadOnlyList<SqlFile> Derive = [Of("drop_customers"), Of("derive_customers")];

    /// <summary>Derive the customers an import spoke of; what follows derives their refunds and days.</summary>
    public static IReadOnlyList<SqlFile> Customers { get; } =
        [Of("note_customers"), Of("note_named_owners"), .. Derive];

    private static SqlFile Of(string name) => SqlFile.Beside(typeof(ImportStatements), name);
}
