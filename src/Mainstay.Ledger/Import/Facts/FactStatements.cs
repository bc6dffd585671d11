using Mainstay.Ledger.Engines;

namespace Mainstay.Ledger.Import.Facts;

/// <summary>The statements of an import of facts, in the order they run.</summary>
internal static class FactStatements
{
    public static readonly SqlFile Refuse = Of("refuse_facts");
    public static readonly SqlFile Refused = Of("refused_facts");
    public static readonly SqlFile Name = Of("name_facts");
    public static readonly SqlFile ListPeople = Of("list_people");
    public static readonly SqlFile AskPeople = Of("ask_people");
    public static readonly SqlFile FindPeople = Of("find_people");
    public static readonly SqlFile MatchPeople = Of("match_people");
    public static readonly SqlFile AskOrders = Of("ask_orders");
    public static readonly SqlFile FindOrders = Of("find_orders");
    public static readonly SqlFile ListIds = Of("list_fact_ids");
    public static readonly SqlFile FindKnown = Of("find_known_facts");
    public static readonly SqlFile Compare = Of("compare_facts");
    public static readonly SqlFile FindUpdated = Of("find_updated_facts");
    public static readonly SqlFile Count = Of("count_facts");
    public static readonly SqlFile Retire = Of("retire_facts");

    /// <summary>What came in, as rows of the ledger's tables; each takes the import's number.</summary>
    public static readonly IReadOnlyList<(string Table, SqlFile Rows)> Added =
    [
        ("facts", Of("add_facts")), ("sightings", Of("add_fact_sightings")), ("identities", Of("add_fact_identities")),
    ];

    private static SqlFile Of(string name) => SqlFile.Beside(typeof(FactStatements), name);
}
