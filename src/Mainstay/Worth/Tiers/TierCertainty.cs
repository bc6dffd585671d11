using Mainstay.Ledger.Engines;
using Mainstay.Lifecycle;
using MathNet.Numerics.Distributions;

namespace Mainstay.Worth.Tiers;

/// <summary>
/// Probability that customers belong in their tier: the declared margin rate and estimated costs are each taken to be
/// right within a quarter nine times in ten, normally distributed, and off alike for all customers. Leaves
/// tier_probabilities on the session.
/// </summary>
internal sealed class TierCertainty
{
    // A quarter either way with probability .9 is 1.645 standard deviations of a normal error.
    private const double Deviation = 0.25 / 1.6448536269514722;

    // Cases of equal weight, spread evenly over both errors; a probability is so known to about a twenty-fifth.
    private const int Cases = 25;

    // The case without an error: no weight of its own, but where the boundaries are.
    private const long AsItLooks = -1;

    // Multiples of it fill the unit interval most evenly.
    private const double GoldenSection = 0.6180339887498949;

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
        var open = WriteCases(sql);
        WriteBoundaries(sql, assumed, open);
        sql.Materialize("tier_probabilities", SqlFile.Beside<TierCertainty>("tier_probabilities"));
        var certainty = new TierCertainty();
        using var row = sql.Read(SqlFile.Beside<TierCertainty>("tier_certainty"));
        while (row.Read())
            certainty._byTier[row.GetString(0)] = row.GetDouble(1);
        return certainty;
    }

    /// <summary>
    /// Where tiers end in each case, by the same places or thresholds as in the analysis; where anything is open, in a
    /// sample: a boundary is then off by about a thousandth of the customers, and estimates by far more.
    /// </summary>
    private static void WriteBoundaries(SqlSession sql, Assumptions assumed, bool isOpen)
    {
        var customers = (long)sql.Scalar("select count(*) from tier_inputs")!;
        var (shares, least) = (assumed.TierShares, assumed.TierThresholds);
        var gold = Math.Max(1, Place(0));
        var strong = Math.Max(gold, Place(1));
        sql.Materialize(
            "tier_case_boundaries", SqlFile.Beside<TierCertainty>("tier_case_boundaries"),
            ("gold_fraction", Below(gold)), ("strong_fraction", Below(strong)),
            ("steady_fraction", Below(Math.Max(strong, Place(2)))),
            ("gold_least", (double?)least?[0]), ("strong_least", (double?)least?[1]),
            ("steady_least", (double?)least?[2]), ("below", CustomerSample.Below(isOpen ? customers : 0)));

        long Place(int tier) => (long)Math.Floor((shares[tier] * customers) + 0.5m);

        // Half a customer down: between the last one inside and the next, whatever the rounding.
        double Below(long place) => (customers - place + 0.5) / customers;
    }

    /// <summary>One case where nothing is estimated; else one for each pair of errors, and true.</summary>
    private static bool WriteCases(SqlSession sql)
    {
        var margins = IsOpen("open_margin");
        var costs = IsOpen("open_cost");
        var cases = margins || costs ? Cases : 1;
        sql.Create(
            "tier_cases",
            "case_number bigint, weight double precision, margin_off double precision, cost_off double precision");
        sql.Fill("tier_cases", rows =>
        {
            rows.Append(AsItLooks);
            rows.Append(0.0);
            rows.Append(0.0);
            rows.Append(0.0);
            rows.EndRow();
            for (var number = 0; number < cases; number++)
            {
                rows.Append((long)number);
                rows.Append(1.0 / cases);
                // One error goes through the quantiles in order; the other, where there are both, across them.
                var (inOrder, across) = (Error((number + 0.5) / cases), Error(0.5 + (number * GoldenSection)));
                rows.Append(!margins ? 0 : costs ? across : inOrder);
                rows.Append(costs ? inOrder : 0);
                rows.EndRow();
            }
        });
        return margins || costs;

        bool IsOpen(string column) =>
            (bool)sql.Scalar($"select exists (select 1 from tier_inputs where {column} <> 0)")!;
    }

    private static double Error(double place) => Normal.InvCDF(0, Deviation, place - Math.Floor(place));
}
