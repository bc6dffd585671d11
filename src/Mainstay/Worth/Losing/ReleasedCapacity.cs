namespace Mainstay.Worth.Losing;

/// <summary>Capacity an action sets free; it saves money only in whole steps.</summary>
/// <param name="Minutes">Minutes no longer needed.</param>
/// <param name="Steps">Whole steps among them.</param>
/// <param name="Saved">What those steps cost.</param>
/// <param name="IdleMinutes">Minutes that stay paid for.</param>
public sealed record ReleasedCapacity(decimal Minutes, long Steps, decimal Saved, decimal IdleMinutes);
