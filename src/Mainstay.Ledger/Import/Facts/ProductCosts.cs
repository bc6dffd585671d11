using Mainstay.Ledger.Engines;

namespace Mainstay.Ledger.Import.Facts;

/// <summary>
/// What an order line costs where its file does not say: quantity × the unit cost of its article that holds on its day.
/// Derived again whenever lines, unit costs, days or currencies change.
/// </summary>
internal static class ProductCosts
{
    private static readonly SqlFile Recosted = Of("recosted_lines");
    private static readonly SqlFile Recost = Of("recost_lines");

    /// <summary>
    /// Derives the costs of lines, and adds the customers whose lines changed to <c>touched_customers</c>; costs nothing
    /// in a ledger without unit costs.
    /// </summary>
    public static void Derive(SqlSession ledger)
    {
        if (ledger.Scalar("select 1 from current_product_costs limit 1") is not null)
            DeriveAgain(ledger);
    }

    /// <summary>As <see cref="Derive"/>, after an import of that kind has been undone.</summary>
    public static void DeriveUndone(SqlSession ledger, string importKind)
    {
        if (importKind == FactImport.NameOf(FactFileKind.ProductCosts))
            DeriveAgain(ledger);
        else
            Derive(ledger);
    }

    /// <summary>As <see cref="Derive"/>, where unit costs may have just come or gone.</summary>
    public static void DeriveAgain(SqlSession ledger)
    {
        ledger.Materialize("recosted_lines", Recosted);
        ledger.Execute(
            "insert into touched_customers select distinct customer_id from recosted_lines where customer_id is not null");
        ledger.Execute(Recost);
    }

    private static SqlFile Of(string name) => SqlFile.Beside(typeof(ProductCosts), name);
}
