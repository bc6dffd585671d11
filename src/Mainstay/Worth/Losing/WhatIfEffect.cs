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
    /// <param name="snapshot">What it is about.</param>
    /// <param name="request">The action.</param>
    /// <param name="chosen">Whom it would hit.</param>
    /// <param name="work">What they take.</param>
    /// <param name="small">Their orders below the minimum; null unless one is asked for.</param>
    /// <param name="leave">q: the part of them, or of the small orders, that goes.</param>
    public static WhatIfEffect Of(
        Snapshot snapshot, WhatIfRequest request, ChosenTotals chosen, ChosenWork work, SmallOrders? small,
        decimal leave) => request.Action switch
        {
            WhatIfAction.Reprice => Combine(chosen, work, leave, request.Amount * chosen.NetRevenue, 0),
            WhatIfAction.SelfService => Combine(chosen, work, leave, 0, request.Amount),
            WhatIfAction.LetGo => Combine(chosen, work, 1, 0, 0),
            _ => OfMinimum((decimal)snapshot.Document.Assumptions.CompanyMarginRate, chosen, work, small!, leave),
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
        decimal companyMarginRate, ChosenTotals chosen, ChosenWork work, SmallOrders small, decimal leave)
    {
        var gone = small.Orders == 0 ? 0 : leave * small.Small / small.Orders;
        var raised = small.Missing * companyMarginRate;
        var capacity = work.Release(0, gone);
        var saved = (gone * work.DirectService) + capacity.Saved;
        return new(
            ((1 - leave) * raised) - (leave * small.Margin) + saved, raised, leave, capacity, Estimated(chosen, saved));
    }

    private static decimal Estimated(ChosenTotals chosen, decimal saved) =>
        chosen.TotalCost > 0 ? Math.Abs(saved) * chosen.EstimatedCost / chosen.TotalCost : 0;
}
