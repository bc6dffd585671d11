namespace Mainstay.Ledger.Engines.Postgres.Distribution;

/// <summary>
/// The statements that spread a ledger over the workers of a Citus cluster, as its documentation gives them
/// ("Creating and Modifying Distributed Objects": create_distributed_table, create_reference_table).
/// </summary>
internal static class CitusPlan
{
    public static IReadOnlyList<DistributionStep> Steps { get; } =
    [
        DistributionStep.At(0, "create extension if not exists citus"),
        .. DistributedTables.Whole.Where(table => table is "imports" or "products")
            .Select(table => DistributionStep.At(0, $"select create_reference_table('{table}')")),
        .. DistributedTables.ByCustomer.Select((table, i) => DistributionStep.At(
            0,
            $"select create_distributed_table('{table}', '{DistributedTables.Column}'{(i == 0 ? "" : Beside)})")),
    ];

    private static string Beside => $", colocate_with => '{DistributedTables.ByCustomer[0]}'";
}
