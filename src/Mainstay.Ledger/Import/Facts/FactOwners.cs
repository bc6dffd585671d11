using Mainstay.Ledger.Engines;

namespace Mainstay.Ledger.Import.Facts;

/// <summary>
/// A fact that names an order and nobody belongs to whoever the order belongs to, whichever of the two came first. A
/// customer is never changed in place: the fact leaves the one and comes to the other.
/// </summary>
internal static class FactOwners
{
    private static readonly SqlFile Moved = Of("moved_facts");
    private static readonly SqlFile Drop = Of("drop_moved_facts");
    private static readonly SqlFile Return = Of("return_moved_facts");

    /// <summary>Lets such facts follow their orders; costs nothing where there are none.</summary>
    public static void Follow(SqlSession ledger)
    {
        if (ledger.Scalar("select 1 from facts where identity_id is null and order_id is not null limit 1") is null)
            return;
        ledger.Materialize("moved_facts", Moved);
        ledger.Execute(Drop);
        ledger.Execute(Return);
    }

    private static SqlFile Of(string name) => SqlFile.Beside(typeof(FactOwners), name);
}
