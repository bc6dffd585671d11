using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Settings;
using Mainstay.Lifecycle;
using Mainstay.Worth.Costing;

namespace Mainstay.Worth.Tiers;

/// <summary>
/// Where customers stood one and two periods before, and so who moved and in which tier each is held.
/// </summary>
internal sealed class TierHistory
{
    // domain.md §4: a change counts after two consecutive periods, or when its probability exceeds this.
    private const double Sure = 0.8;

    private readonly Dictionary<string, long> _held = new(StringComparer.Ordinal);

    private TierHistory()
    {
    }

    /// <summary>Since a period ago; null where nobody had bought by then, or too few for tiers.</summary>
    public TierMovement? Movement { get; private set; }

    /// <summary>Customers held in a tier.</summary>
    public long Held(string tier, long now) => Movement is null ? now : _held.GetValueOrDefault(tier);

    /// <summary>Needs tier_probabilities on the session.</summary>
    public static TierHistory Read(SqlSession sql, Snapshot snapshot)
    {
        var (settings, history) = (snapshot.Document.SettingsThen(), new TierHistory());
        var months = CalendarPeriod.Months(settings.TierPeriod);
        var before = snapshot.AsOf.AddMonths(-months);
        var known = SnapshotStore.KnowsCosts(sql);
        if (!Stand(sql, "tiers_a_period_ago", before, settings, known))
            return history;
        _ = Stand(sql, "tiers_two_periods_ago", before.AddMonths(-months), settings, known);
        history.ReadMoves(sql, settings.TierPeriod, before, snapshot.AsOf);
        return history;
    }

    /// <summary>
    /// Leaves everybody's tier on a day under <paramref name="table"/>; false, and no row, without tiers then.
    /// </summary>
    private static bool Stand(SqlSession sql, string table, DateOnly day, BusinessSettings settings, bool knowsCosts)
    {
        _ = ServingCosts.TakeOffMargins(sql, day, settings, knowsCosts, byMonth: false);
        var ranking = ProfitRanking.Read(sql);
        var (gold, strong, steady) = TierBoundary.All(sql, ranking, settings);
        sql.Materialize(
            table, SqlFile.Beside<TierHistory>("earlier_tiers"),
            ("gold_margin", gold?.Margin), ("gold_key", gold?.Key), ("strong_margin", strong?.Margin),
            ("strong_key", strong?.Key), ("steady_margin", steady?.Margin), ("steady_key", steady?.Key));
        if (ranking.TooFewForTiers)
            sql.Execute($"delete from {table}");
        CostTables.Drop(sql);
        PurchaseHistoryTables.Drop(sql);
        return !ranking.TooFewForTiers;
    }

    private void ReadMoves(SqlSession sql, string period, DateOnly from, DateOnly until)
    {
        var moves = new Dictionary<(string?, string), long>();
        using var row = sql.Read(SqlFile.Beside<TierHistory>("tier_moves"), ("sure", Sure));
        while (row.Read())
        {
            var (before, now) = (row.IsDBNull(0) ? null : row.GetString(0), row.GetString(1));
            moves[(before, now)] = moves.GetValueOrDefault((before, now)) + row.GetInt64(3);
            _held[row.GetString(2)] = _held.GetValueOrDefault(row.GetString(2)) + row.GetInt64(3);
        }

        Movement = new(period, from, until, [.. moves
            .Select(move => new TierMove(move.Key.Item1, move.Key.Item2, move.Value))
            .OrderBy(move => Place(move.From)).ThenBy(move => Place(move.To))]);
    }

    private static int Place(string? tier) => tier is null ? int.MaxValue : Tier.All.ToList().IndexOf(tier);
}
