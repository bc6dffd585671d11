namespace Mainstay.Worth.Costing;

/// <summary>What one of an activity costs from a day on, by the rate card.</summary>
internal sealed record UnitRate(
    string Activity, DateOnly? From, decimal UnitCost, decimal? AvoidableShare, string Mark);
