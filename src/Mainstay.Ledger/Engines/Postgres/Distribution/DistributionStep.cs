namespace Mainstay.Ledger.Engines.Postgres.Distribution;

/// <summary>One statement of a distribution.</summary>
/// <param name="Server">Where it runs: 0 the coordinator, else the number of the server as they were named.</param>
/// <param name="Statement">What is run; may hold a password.</param>
/// <param name="Shown">What people see of it; never holds one.</param>
public sealed record DistributionStep(int Server, string Statement, string Shown)
{
    internal static DistributionStep At(int server, string statement) => new(server, statement, statement);
}
