namespace Mainstay.Statistics.Choice;

/// <summary>How well purchases after a cutoff were foretold from what was known at it.</summary>
public sealed record Backtest
{
    /// <summary>Customers at the cutoff.</summary>
    public required double Customers { get; init; }

    /// <summary>
    /// Mean ln P(y | history) per customer: the higher, the less surprised. Null where something that happened was given
    /// no probability at all.
    /// </summary>
    public required double? LogScore { get; init; }

    /// <summary>Purchase days of the holdout.</summary>
    public required double ActualTotal { get; init; }

    /// <summary>Purchase days expected of it.</summary>
    public required double ExpectedTotal { get; init; }

    /// <summary>Mean |y − E[Y]| per customer.</summary>
    public required double MeanAbsoluteError { get; init; }

    /// <summary>Mean (y − E[Y])² per customer.</summary>
    public required double MeanSquaredError { get; init; }

    /// <summary>
    /// Share of customers within the central 90 % of their own predictive distribution, a count on its edge by the part
    /// of its probability that lies inside; null where there is no distribution.
    /// </summary>
    public required double? Coverage90 { get; init; }

    /// <summary>Mean actual and expected purchases by x, the last bin open.</summary>
    public required IReadOnlyList<CalibrationBin> ByFrequency { get; init; }

    /// <summary>The same by tenths of customers, ordered by expected purchases, fewest first.</summary>
    public required IReadOnlyList<CalibrationBin> ByDecile { get; init; }

    /// <summary>ln P(y | history) by row, for paired comparisons; empty without a distribution.</summary>
    internal IReadOnlyList<double> Scores { get; init; } = [];

    /// <summary>Weights of those rows.</summary>
    internal IReadOnlyList<double> Weights { get; init; } = [];
}
