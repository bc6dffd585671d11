using Mainstay.Worth.Costing;

namespace Mainstay.Worth.Ladder;

/// <summary>The company's margin ladder in an analysis, rounded.</summary>
public sealed record MarginLadder
{
    /// <summary>Customers and unassigned together, from the top.</summary>
    public required IReadOnlyList<LadderAmount> Steps { get; init; }

    /// <summary>The part that belongs to no customer, by step.</summary>
    public required IReadOnlyList<LadderAmount> Unassigned { get; init; }

    /// <summary>Cost of capacity nobody used.</summary>
    public required decimal UnusedCapacityCost { get; init; }

    /// <summary>The last step with every estimated input a quarter worse, and a quarter better.</summary>
    public required decimal Low { get; init; }

    /// <inheritdoc cref="Low"/>
    public required decimal High { get; init; }

    /// <summary>What it rests on, at worst.</summary>
    public required string Mark { get; init; }

    /// <summary>Exact amounts by step, of revenue, product margin and what costs come to.</summary>
    internal static IReadOnlyList<LadderAmount> StepsOf(decimal revenue, decimal margin, CostSteps costs)
    {
        var afterFees = margin - costs.FeesAndDelivery;
        var afterReturns = afterFees - costs.Returns;
        var afterService = afterReturns - costs.Service;
        return
        [
            new(LadderStep.NetRevenue, revenue), new(LadderStep.ProductMargin, margin),
            new(LadderStep.AfterFeesAndDelivery, afterFees), new(LadderStep.AfterReturns, afterReturns),
            new(LadderStep.AfterCostToServe, afterService),
            new(LadderStep.AfterMarketing, afterService - costs.Marketing),
        ];
    }
}
