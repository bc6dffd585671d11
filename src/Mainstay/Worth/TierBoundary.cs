using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Settings;

namespace Mainstay.Worth;

/// <summary>The last customer inside a tier: ties on margin go by key.</summary>
/// <param name="Margin">Their margin to date.</param>
/// <param name="Key">Their key.</param>
internal sealed record TierBoundary(decimal Margin, string Key)
{
    // Sorts after every key, so that whoever reaches a threshold is inside.
    private const string AfterEveryKey = "\U0010FFFF";

    /// <summary>Where gold, strong and steady end: at the thresholds of the business, or by its shares.</summary>
    public static (TierBoundary? Gold, TierBoundary? Strong, TierBoundary? Steady) All(
        SqlSession sql, ProfitRanking ranking, BusinessSettings settings)
    {
        if (settings.TierThresholds is { } least)
            return (new(least.Gold, AfterEveryKey), new(least.Strong, AfterEveryKey), new(least.Steady, AfterEveryKey));
        var cuts = ranking.TooFewForTiers ? default : ranking.Cuts(settings.TierShares);
        return (At(sql, ranking, cuts.Gold), At(sql, ranking, cuts.Strong), At(sql, ranking, cuts.Steady));
    }

    /// <summary>The customer at <paramref name="place"/> of the ranking; null at 0, when nobody is inside.</summary>
    public static TierBoundary? At(SqlSession sql, ProfitRanking ranking, long place)
    {
        if (place == 0)
            return null;
        var (margin, placeAmongEqual) = ranking.At(place);
        using var row = sql.Read(
            SqlFile.Beside<TierBoundary>("tier_boundary"), ("margin", margin), ("place", placeAmongEqual));
        return row.Read()
            ? new(margin, row.GetString(0))
            : throw new ReconciliationException(
                $"The customer ranked {place} by margin is not known: the ledger names customers it does not hold.");
    }
}
