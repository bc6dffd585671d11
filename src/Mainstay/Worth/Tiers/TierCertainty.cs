using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Tiers;

/// <summary>
/// Probability that customers belong in their tier: the declared margin rate and estimated costs are each taken to be
/// right within a quarter nine times in ten, and alike for all customers. Leaves tier_probabilities on the session.
/// </summary>
internal sealed class TierCertainty
{
    // A quarter either way with probability .9 is 1.645 standard deviations of a normal error.
    private const double Deviation = 0.25 / 1.6448536269514722;

    // Gauss–Hermite quadrature with three nodes: exact for polynomials up to degree five.
    private static readonly (double Node, double Weight)[] s_nodes =
        [(-1.7320508075688772, 1.0 / 6), (0, 2.0 / 3), (1.7320508075688772, 1.0 / 6)];

    private readonly Dictionary<string, double> _byTier = new(StringComparer.Ordinal);

    private TierCertainty()
    {
    }

    /// <summary>Mean over the tier's members.</summary>
    public double Of(string tier) => _byTier.GetValueOrDefault(tier, 1);

    public static TierCertainty Read(SqlSession sql, Snapshot snapshot)
    {
        var assumed = snapshot.Document.Assumptions;
        sql.Materialize(
            "tier_inputs", SqlFile.Beside<TierCertainty>("tier_inputs"),
            ("snapshot_id", snapshot.Id), ("as_of", snapshot.AsOf), ("margin_rate", assumed.MarginRate));
        WriteCases(sql);
        var (shares, least) = (assumed.TierShares, assumed.TierThresholds);
        sql.Materialize(
            "tier_probabilities", SqlFile.Beside<TierCertainty>("tier_probabilities"),
            ("gold_share", (double)shares[0]), ("strong_share", (double)shares[1]), ("steady_share", (double)shares[2]),
            ("gold_least", (double?)least?[0]), ("strong_least", (double?)least?[1]), ("steady_least", (double?)least?[2]));
        var certainty = new TierCertainty();
        using var row = sql.Read(SqlFile.Beside<TierCertainty>("tier_certainty"));
        while (row.Read())
            certainty._byTier[row.GetString(0)] = row.GetDouble(1);
        return certainty;
    }

    /// <summary>One case where nothing is estimated; else one for each pair of errors.</summary>
    private static void WriteCases(SqlSession sql)
    {
        var open = (bool)sql.Scalar(
            "select exists (select 1 from tier_inputs where open_margin <> 0 or open_cost <> 0)")!;
        (double, double)[] nodes = open ? s_nodes : [(0, 1)];
        sql.Create(
            "tier_cases",
            "case_number bigint, weight double precision, margin_off double precision, cost_off double precision");
        sql.Fill("tier_cases", rows =>
        {
            var number = 0L;
            foreach (var (margin, ofMargin) in nodes)
            {
                foreach (var (cost, ofCost) in nodes)
                {
                    rows.Append(number++);
                    rows.Append((double?)(ofMargin * ofCost));
                    rows.Append((double?)(margin * Deviation));
                    rows.Append((double?)(cost * Deviation));
                    rows.EndRow();
                }
            }
        });
    }
}
