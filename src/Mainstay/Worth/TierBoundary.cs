using Mainstay.Ledger.Engines;

namespace Mainstay.Worth;

/// <summary>The last customer inside a tier: ties on margin go by key.</summary>
/// <param name="Margin">Their margin to date.</param>
/// <param name="Key">Their key.</param>
internal sealed record TierBoundary(decimal Margin, string Key)
{
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
