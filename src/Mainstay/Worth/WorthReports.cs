using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;
using Mainstay.Worth.Costing;
using Mainstay.Worth.Ladder;
using Mainstay.Worth.Lifetime;
using Mainstay.Worth.Losing;
using Mainstay.Worth.Tiers;

namespace Mainstay.Worth;

/// <summary>
/// The questions of Worth, answered from a ledger's facts and its snapshots. None of them changes anything.
/// </summary>
public sealed class WorthReports(LedgerDatabase ledger)
{
    private readonly LedgerDatabase _ledger = ledger;
    private readonly TierMemory _tiers = new();

    /// <summary>
    /// Pools, activities and rates with what they cost up to a day; needs no order. A null day is the last one on which
    /// anything was ordered or done.
    /// </summary>
    public Task<CostsDocument> CostsAsync(
        BusinessSettings settings, DateOnly? asOf, CancellationToken cancellationToken) =>
        AskAsync(sql => new CostsReport(sql, settings, asOf ?? LastFactDay.Of(sql)).Write(), cancellationToken);

    /// <summary>The margin ladder of the company; of each customer and period where asked for.</summary>
    public Task<LadderDocument> LadderAsync(
        Snapshot snapshot, LadderRequest request, CancellationToken cancellationToken) =>
        AskAsync(sql => new LadderReport(sql, snapshot).Write(request), cancellationToken);

    /// <summary>One customer's ladder; null when the snapshot does not know them.</summary>
    public Task<CustomerLadder?> LadderOfAsync(Snapshot snapshot, string key, CancellationToken cancellationToken) =>
        AskAsync(sql => new LadderReport(sql, snapshot).Of(key), cancellationToken);

    /// <summary>
    /// Lifetime values, equity and ceilings; <paramref name="count"/> customers, all of them when null.
    /// </summary>
    public Task<ClvDocument> ClvAsync(Snapshot snapshot, long? count, CancellationToken cancellationToken) =>
        AskAsync(sql => new ClvReport(sql, snapshot).Write(count), cancellationToken);

    /// <summary>One customer's lifetime value; null when the snapshot does not know them.</summary>
    public Task<CustomerClv?> ClvOfAsync(Snapshot snapshot, string key, CancellationToken cancellationToken) =>
        AskAsync(sql => new ClvReport(sql, snapshot).Of(key), cancellationToken);

    /// <summary>Customers who cost money, worst first; <paramref name="count"/> of them, all when null.</summary>
    public Task<LosersDocument> LosersAsync(Snapshot snapshot, long? count, CancellationToken cancellationToken) =>
        AskAsync(sql => new LosersReport(sql, snapshot).Write(count), cancellationToken);

    /// <summary>Why a customer stays whatever they cost; null when nobody said so, or it has ended.</summary>
    public Task<KeptCustomer?> ExceptionOfAsync(
        Snapshot snapshot, Guid customerId, CancellationToken cancellationToken) =>
        AskAsync(sql => KeptCustomers.Read(sql, snapshot.AsOf).GetValueOrDefault(customerId), cancellationToken);

    /// <summary>
    /// Tiers, whale curve, movement and the gold list; <paramref name="gold"/> of them, all when null.
    /// </summary>
    public Task<TiersDocument> TiersAsync(Snapshot snapshot, long? gold, CancellationToken cancellationToken) =>
        AskAsync(sql => new TiersReport(sql, snapshot, _tiers).Write(gold), cancellationToken);

    /// <summary>What an action would have changed.</summary>
    /// <exception cref="Mainstay.Ledger.MistakeException">The action, a share or a customer makes no sense.</exception>
    public Task<WhatIfDocument> WhatIfAsync(
        Snapshot snapshot, WhatIfRequest request, CancellationToken cancellationToken) =>
        AskAsync(sql => new WhatIfReport(sql, snapshot, request).Write(), cancellationToken);

    private Task<T> AskAsync<T>(Func<SqlSession, T> question, CancellationToken cancellationToken) =>
        Task.Run(() =>
        {
            using var connection = _ledger.Connect();
            return question(new(connection, cancellationToken));
        }, cancellationToken);
}
