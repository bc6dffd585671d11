using Mainstay.Ledger.Engines;
using Mainstay.Worth.Costing;

namespace Mainstay.Worth.Losing;

/// <summary>
/// The work the chosen customers take: what goes with them at once, and minutes of pools, which save money only when
/// capacity is given up.
/// </summary>
internal sealed class ChosenWork
{
    private readonly List<(ResourcePool Pool, decimal Minutes, decimal ServiceMinutes)> _pools = [];

    /// <summary>Avoidable cost that is nobody's capacity: fees, freight, rates, marketing.</summary>
    public decimal Direct { get; private set; }

    /// <summary>The part of <see cref="Direct"/> that serving takes.</summary>
    public decimal DirectService { get; private set; }

    /// <summary>Needs chosen_customers on the session; without facts beside orders there is no work.</summary>
    public static ChosenWork Read(SqlSession sql, Snapshot snapshot, bool withExceptions)
    {
        var work = new ChosenWork();
        if (!SnapshotStore.KnowsCosts(sql))
            return work;
        var tables = CostTables.Price(
            sql, snapshot.AsOf, snapshot.Document.SettingsThen(), customers: WhatIfReport.Chosen);
        using (var row = sql.Read(SqlFile.Beside<ChosenWork>("chosen_work"), ("with_exceptions", withExceptions)))
        {
            while (row.Read())
                work.Add(
                    row.IsDBNull(0) ? null : tables.Prices[(int)row.GetInt64(0)].PoolNumber is { } pool
                        ? tables.Definitions.Pools[pool] : null,
                    row.GetString(1), row.GetDecimal(2), row.GetDecimal(4));
        }

        CostTables.Drop(sql);
        return work;
    }

    /// <summary>
    /// What giving up a part of the minutes saves: whole steps at the capacity cost rate; where a pool has no step, the
    /// avoidable share of every minute.
    /// </summary>
    public ReleasedCapacity Release(decimal share, decimal serviceShare)
    {
        var (minutes, steps, saved, idle) = (0m, 0L, 0m, 0m);
        foreach (var (pool, all, service) in _pools)
        {
            var free = (all * share) + (service * serviceShare);
            var whole = pool.StepMinutes is > 0 and var step ? (long)Math.Floor(free / step) : 0;
            var released = pool.StepMinutes is > 0 and var size ? whole * size : free * pool.AvoidableShare;
            minutes += free;
            steps += whole;
            saved += released * pool.RatePerMinute;
            idle += free - released;
        }

        return new(minutes, steps, saved, idle);
    }

    private void Add(ResourcePool? pool, string category, decimal minutes, decimal avoidable)
    {
        var isService = CostCategory.Service.Contains(category) && category != CostCategory.SlowPayment;
        if (pool is not null)
        {
            var service = isService ? minutes : 0;
            var at = _pools.FindIndex(one => ReferenceEquals(one.Pool, pool));
            if (at < 0)
                _pools.Add((pool, minutes, service));
            else
                _pools[at] = (pool, _pools[at].Minutes + minutes, _pools[at].ServiceMinutes + service);
            return;
        }

        Direct += avoidable;
        DirectService += isService ? avoidable : 0;
    }
}
