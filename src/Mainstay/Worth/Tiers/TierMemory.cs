using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Tiers;

/// <summary>
/// Certainty and history of the last snapshot asked about: both rank everybody many times over, and a snapshot never
/// changes. Mutable: it remembers one.
/// </summary>
internal sealed class TierMemory
{
    private sealed record Known(Guid Snapshot, TierCertainty Certainty, TierHistory History);

    private volatile Known? _last;

    public (TierCertainty Certainty, TierHistory History) Of(SqlSession sql, Snapshot snapshot)
    {
        if (_last is not { } known || known.Snapshot != snapshot.Id)
        {
            var certainty = TierCertainty.Read(sql, snapshot);
            _last = known = new(snapshot.Id, certainty, TierHistory.Read(sql, snapshot));
        }

        return (known.Certainty, known.History);
    }
}
