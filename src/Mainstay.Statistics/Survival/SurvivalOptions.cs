namespace Mainstay.Statistics.Survival;

/// <summary>How sure the bands of a curve shall be.</summary>
public sealed record SurvivalOptions
{
    /// <summary>The defaults.</summary>
    public static SurvivalOptions Default { get; } = new();

    /// <summary>
    /// Share of repetitions in which a band holds the truth at a given time, in (0, 1). 0.95, as every table prints.
    /// </summary>
    public double Level { get; init; } = 0.95;

    /// <summary>The normal quantile that cuts off half of what the level leaves, after checking the level.</summary>
    internal double Quantile()
    {
        Require.Within(Level, 0, 1, nameof(Level));
        return MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, (1 + Level) / 2);
    }
}
