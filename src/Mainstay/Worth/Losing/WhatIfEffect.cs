using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Losing;

/// <summary>What an action brings in and saves.</summary>
/// <param name="Change">In the firm's profit, at the leave probability.</param>
/// <param name="GainIfStaying">The same if nobody leaves.</param>
/// <param name="LeaveProbability">As asked; 1 where they are let go.</param>
/// <param name="Capacity">Set free.</param>
/// <param name="EstimatedSaving">Of what is saved, the part that rests on estimated costs.</param>
internal sealed record WhatIfEffect(
    decimal Change, decimal GainIfStaying, decimal LeaveProbability, ReleasedCapacity Capacity, decimal EstimatedSaving)
{
    public static WhatIfEffect Of(
        SqlSession sql, Snapshot snapshot, WhatIfRequest request, ChosenTotals chosen, ChosenWork work) =>
        request.Action switch
        {
            WhatIfAction.Reprice =>
                Combine(chosen, work, request.LeaveProbability, request.Amount * chosen.NetRevenue, 0),
            WhatIfAction.SelfService => Combine(chosen, work, request.LeaveProbability, 0, request.Amount),
            WhatIfAction.LetGo => Combine(chosen, work, 1, 0, 0),
            _ => OfMinimum(sql, snapshot, request, chosen, work),
        };

    /// <param name="chosen">Who.</param>
    /// <param name="work">What they take.</param>
    /// <param name="leave">q: the part of them that leaves.</param>
    /// <param name="income">What those who stay pay more, if all stay.</param>
    /// <param name="serviceGone">The part of service that goes while they stay.</param>
    private static WhatIfEffect Combine(
        ChosenTotals chosen, ChosenWork work, decimal leave, decimal income, decimal serviceGone)
    {
        var capacity = work.Release(leave, (1 - leave) * serviceGone);
        var saved = (leave * work.Direct) + ((1 - leave) * serviceGone * work.DirectService) + capacity.Saved;
        var staying = income + (serviceGone * work.DirectService) + work.Release(0, serviceGone).Saved;
        return new(
            ((1 - leave) * income) - (leave * chosen.ProductMargin) + saved, staying, leave, capacity,
            Estimated(chosen, saved));
    }

    /// <summary>
    /// Orders below the minimum are raised to it, at the company's margin on what is added; or, with the leave
    /// probability, not placed, which takes their margin and their part of order handling.
    /// </summary>
    private static WhatIfEffect OfMinimum(
        SqlSession sql, Snapshot snapshot, WhatIfRequest request, ChosenTotals chosen, ChosenWork work)
    {
        using var row = sql.Read(
            SqlFile.Beside<WhatIfEffect>("orders_below"),
            ("as_of", snapshot.AsOf), ("least", request.MinimumOrder),
            ("margin_rate", snapshot.Document.Assumptions.MarginRate), ("with_exceptions", request.WithExceptions));
        row.Read();
        var (orders, small, missing, margin) =
            (row.GetInt64(0), row.GetInt64(1), row.GetDecimal(2), row.GetDecimal(3));
        row.Close();
        var leave = request.LeaveProbability;
        var gone = orders == 0 ? 0 : leave * small / orders;
        var raised = missing * (decimal)snapshot.Document.Assumptions.CompanyMarginRate;
        var capacity = work.Release(0, gone);
        var saved = (gone * work.DirectService) + capacity.Saved;
        return new(
            ((1 - leave) * raised) - (leave * margin) + saved, raised, leave, capacity, Estimated(chosen, saved));
    }

    private static decimal Estimated(ChosenTotals chosen, decimal saved) =>
        chosen.TotalCost > 0 ? Math.Abs(saved) * chosen.EstimatedCost / chosen.TotalCost : 0;
}
