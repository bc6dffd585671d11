namespace Mainstay.Statistics.Fitting;

/// <summary>How hard to look for the optimum, and what to refuse.</summary>
public sealed record FitOptions
{
    /// <summary>The defaults.</summary>
    public static FitOptions Default { get; } = new();

    /// <summary>Steps per start; Newton needs about ten, so a hundred means the surface is at fault.</summary>
    public int MaxSteps { get; init; } = 100;

    /// <summary>
    /// Rows of the weighted sample on which the starts compete before the winner is finished on all data. Enough to
    /// tell optima apart; the answer does not depend on it.
    /// </summary>
    public int SampleRows { get; init; } = 4096;

    /// <summary>
    /// Customers with a repeat purchase below which an attrition model is refused: four parameters learnt from fewer
    /// than ten returns describe the coincidence, not the business.
    /// </summary>
    public int MinimumRepeatCustomers { get; init; } = 10;

    /// <summary>Repeat customers below which the spend model is refused. [domain §0]</summary>
    public int MinimumSpendCustomers { get; init; } = 30;

    internal void Check()
    {
        Require.Positive(MaxSteps, nameof(MaxSteps));
        Require.Positive(SampleRows, nameof(SampleRows));
        Require.NonNegative(MinimumRepeatCustomers, nameof(MinimumRepeatCustomers));
        Require.NonNegative(MinimumSpendCustomers, nameof(MinimumSpendCustomers));
    }
}
