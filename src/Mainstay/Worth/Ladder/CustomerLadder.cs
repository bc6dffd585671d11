namespace Mainstay.Worth.Ladder;

/// <summary>One customer's ladder: what is left of them at each step.</summary>
public sealed record CustomerLadder(
    string Customer, decimal NetRevenue, decimal ProductMargin, decimal AfterFeesAndDelivery, decimal AfterReturns,
    decimal AfterCostToServe, decimal AfterMarketing);
