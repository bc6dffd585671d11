using Mainstay.Ledger.Engines;
using Mainstay.Lifecycle;

namespace Mainstay.Worth;

/// <summary>Customers by stage, state and tier, and what they come to together.</summary>
internal sealed class WorthGroups
{
    private readonly List<Group> _groups = [];

    private WorthGroups()
    {
    }

    /// <summary>Customers with a purchase day.</summary>
    public long Buyers => _groups.Where(group => group.State is not null).Sum(group => group.Customers);

    /// <summary>Margin to date of all customers.</summary>
    public decimal Margin => _groups.Sum(group => group.Margin);

    /// <summary>Sum of what is expected of all customers; null where nothing could be modelled.</summary>
    public double? ResidualValue => Sum(group => group.ResidualValue);

    /// <summary>Purchases expected of all customers in a year; null where nothing could be modelled.</summary>
    public double? ExpectedPurchases12m => Sum(group => group.ExpectedPurchases12m);

    public IReadOnlyList<NamedCount> Stages => Count(Stage.All, group => group.Stage);

    public IReadOnlyList<NamedCount> States => Count(State.All, group => group.State);

    public static WorthGroups Read(SqlSession sql)
    {
        var groups = new WorthGroups();
        using var row = sql.Read(SqlFile.Beside<WorthGroups>("worth_groups"));
        while (row.Read())
        {
            groups._groups.Add(new(
                row.GetString(0),
                row.IsDBNull(1) ? null : row.GetString(1),
                row.IsDBNull(2) ? null : row.GetString(2),
                row.GetInt64(3),
                row.GetDecimal(4),
                row.IsDBNull(5) ? null : row.GetDouble(5),
                row.IsDBNull(6) ? null : row.GetDouble(6)));
        }

        return groups;
    }

    /// <summary>All five tiers, empty or not.</summary>
    public IReadOnlyList<TierSummary> Tiers(ProfitRanking ranking, MinorUnit unit) =>
        [.. Tier.All.Select(name =>
        {
            var members = _groups.Where(group => group.Tier == name).ToList();
            var (customers, profit) = (members.Sum(group => group.Customers), members.Sum(group => group.Margin));
            return new TierSummary(
                name, customers, (double)customers / ranking.Customers, unit.Round(profit),
                ranking.TotalProfit > 0 ? (double)(profit / ranking.TotalProfit) : null);
        })];

    private IReadOnlyList<NamedCount> Count(IReadOnlyList<string> names, Func<Group, string?> of) =>
    [
        .. names.Select(name =>
            new NamedCount(name, _groups.Where(group => of(group) == name).Sum(group => group.Customers))),
    ];

    private double? Sum(Func<Group, double?> of) =>
        _groups.Exists(group => of(group) is not null) ? _groups.Sum(of) : null;

    private sealed record Group(
        string Stage, string? State, string? Tier, long Customers, decimal Margin,
        double? ResidualValue, double? ExpectedPurchases12m);
}
