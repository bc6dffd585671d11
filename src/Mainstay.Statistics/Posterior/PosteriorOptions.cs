namespace Mainstay.Statistics.Posterior;

/// <summary>How a posterior is drawn.</summary>
public sealed record PosteriorOptions
{
    /// <summary>The defaults.</summary>
    public static PosteriorOptions Default { get; } = new();

    /// <summary>Draws S from the proposal: enough that the 5 % quantile of a parameter moves by a tenth of a deviation.</summary>
    public int Draws { get; init; } = 4000;

    /// <summary>Seed of the generator: the same data give the same intervals.</summary>
    public int Seed { get; init; } = 20241;

    /// <summary>
    /// Standard deviation of the independent normal priors of mean 0 on the logarithms of the parameters, with times
    /// scaled so that the mean T is 10. Weak: 90 % of the prior lies between 1/12 and 12. [domain §1.10]
    /// </summary>
    public double PriorDeviation { get; init; } = 1.5;

    /// <summary>
    /// Distinct rows up to which the likelihood is evaluated at every draw. Beyond, a quartic through a sixth of the
    /// draws may stand in, or a sextic through a third, where it is confirmed to err by less than 0.001 in a log weight.
    /// </summary>
    public int ExactUpTo { get; init; } = 4000;

    internal void Check()
    {
        Require.Between(Draws, 100, int.MaxValue);
        Require.Positive(PriorDeviation);
    }
}
