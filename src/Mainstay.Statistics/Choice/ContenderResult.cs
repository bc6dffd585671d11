using Mainstay.Statistics.Fitting;

namespace Mainstay.Statistics.Choice;

/// <summary>How one model, or one rule of thumb, fared at every cutoff.</summary>
/// <param name="Name">Model name, or <c>company-pace</c>, <c>own-pace</c>.</param>
/// <param name="IsBaseline">A rule of thumb to be beaten: never chosen.</param>
/// <param name="Backtests">One per cutoff; null where the data up to it refused the model.</param>
/// <param name="Diagnosis">What the fits found, at any cutoff.</param>
public sealed record ContenderResult(
    string Name, bool IsBaseline, IReadOnlyList<Backtest?> Backtests, IReadOnlyList<Diagnosis> Diagnosis)
{
    /// <summary>Mean log score over all customers and cutoffs; null unless every cutoff has one.</summary>
    public double? LogScore => Backtests.All(test => test?.LogScore is not null) && Backtests.Count > 0
        ? Mean(test => test.LogScore!.Value)
        : null;

    /// <summary>Purchases that happened, over the cutoffs it was fitted at.</summary>
    public double ActualTotal => Known.Sum(test => test.ActualTotal);

    /// <summary>Purchases expected there.</summary>
    public double ExpectedTotal => Known.Sum(test => test.ExpectedTotal);

    /// <summary>100·(expected/actual − 1); null where nothing happened.</summary>
    public double? BiasPercent => ActualTotal > 0 ? 100 * ((ExpectedTotal / ActualTotal) - 1) : null;

    /// <summary>Mean absolute error per customer; null where it was fitted nowhere.</summary>
    public double? MeanAbsoluteError => Known.Any() ? Mean(test => test.MeanAbsoluteError) : null;

    /// <summary>Root of the mean squared error per customer; null where it was fitted nowhere.</summary>
    public double? RootMeanSquaredError => Known.Any() ? Math.Sqrt(Mean(test => test.MeanSquaredError)) : null;

    /// <summary>Share of customers within the central 90 %; null without a distribution.</summary>
    public double? Coverage90 => Known.Any() && Known.All(test => test.Coverage90 is not null)
        ? Mean(test => test.Coverage90!.Value)
        : null;

    private IEnumerable<Backtest> Known => Backtests.OfType<Backtest>();

    private double Mean(Func<Backtest, double> of) =>
        Known.Sum(test => test.Customers * of(test)) / Known.Sum(test => test.Customers);
}
