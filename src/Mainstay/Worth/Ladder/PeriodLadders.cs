using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Settings;
using Mainstay.Worth.Costing;

namespace Mainstay.Worth.Ladder;

/// <summary>The company's ladder by month, quarter or year: revenue and cost fall where they are dated.</summary>
internal sealed class PeriodLadders(SqlSession sql, Snapshot snapshot)
{
    private readonly BusinessSettings _settings = snapshot.Document.SettingsThen();
    private readonly MinorUnit _unit = MinorUnit.Of(snapshot.Document.Currency);
    private readonly SortedDictionary<DateOnly, (decimal Revenue, decimal Margin)> _money = [];
    private readonly Dictionary<(DateOnly Month, string Category), decimal> _costs = [];

    /// <summary>Oldest first, without a gap.</summary>
    public IReadOnlyList<PeriodLadder> Of(string period)
    {
        ReadMoney();
        if (SnapshotStore.KnowsCosts(sql))
            ReadCosts();
        var months = CalendarPeriod.Months(period);
        var starts = _money.Keys.Concat(_costs.Keys.Select(key => key.Month)).ToList();
        if (starts.Count == 0)
            return [];
        var ladders = new List<PeriodLadder>();
        var first = CalendarPeriod.Start(starts.Min(), months);
        for (var from = first; from <= snapshot.AsOf; from = from.AddMonths(months))
            ladders.Add(Ladder(from, from.AddMonths(months).AddDays(-1)));
        return ladders;
    }

    private PeriodLadder Ladder(DateOnly from, DateOnly until)
    {
        bool In(DateOnly month) => month >= from && month <= until;
        var money = _money.Where(pair => In(pair.Key)).Select(pair => pair.Value).ToList();
        var costs = _costs.Where(pair => In(pair.Key.Month)).ToLookup(pair => pair.Key.Category, pair => pair.Value);
        var steps = MarginLadder.StepsOf(
            money.Sum(one => one.Revenue), money.Sum(one => one.Margin),
            CostSteps.Of(category => costs[category].Sum()));
        return new(
            from, until < snapshot.AsOf ? until : snapshot.AsOf, until <= snapshot.AsOf,
            [.. steps.Select(step => step with { Amount = _unit.Round(step.Amount) })]);
    }

    private void ReadMoney()
    {
        using var row = sql.Read(
            SqlFile.Beside<PeriodLadders>("margin_by_month"),
            ("as_of", snapshot.AsOf), ("margin_rate", _settings.MarginRate));
        while (row.Read())
            _money[row.GetFieldValue<DateOnly>(0)] = (row.GetDecimal(1), row.GetDecimal(2));
    }

    private void ReadCosts()
    {
        CostTables.Price(sql, snapshot.AsOf, _settings);
        using (var row = sql.Read(SqlFile.Beside<PeriodLadders>("costs_by_month")))
        {
            while (row.Read())
                _costs[(row.IsDBNull(0) ? CalendarPeriod.Start(snapshot.AsOf, 1) : row.GetFieldValue<DateOnly>(0),
                    row.GetString(1))] = row.GetDecimal(2);
        }

        CostTables.Drop(sql);
    }
}
