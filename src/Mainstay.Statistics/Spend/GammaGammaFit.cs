using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Spend;

/// <summary>Maximum likelihood for the Gamma-Gamma model: refusals, starts, the climb, and what was found.</summary>
internal static class GammaGammaFit
{
    // Shapes beyond this mean coefficients of variation under 3 percent: the customers do not differ measurably.
    private const double Alike = 1000;

    // [domain §1.5] From here on frequency says too much about spend.
    private const double TooCorrelated = 0.2;

    private static readonly string[] s_letters = ["p", "q", "gamma"];

    // In units of the mean spend, each with a mean of 1: uneven spend, CDNOW's kind of shop, and near-constant spend.
    private static readonly double[][] s_starts =
        [[Log(1), Log(2), Log(1)], [Log(6), Log(4), Log(0.5)], [Log(20), Log(20), Log(0.95)]];

    public static Fit<GammaGamma> Run(
        SpendSummaries summaries, FitOptions options, CancellationToken cancellationToken)
    {
        options.Check();
        var usable = summaries.Usable();
        var diagnosis = new List<Diagnosis>();
        if (usable.TotalWeight < summaries.TotalWeight)
            diagnosis.Add(new Diagnosis.LeftOut(summaries.TotalWeight - usable.TotalWeight));
        if (Refusal(usable, options) is { } reason)
            return Refused(usable, [reason, .. diagnosis]);

        var scale = 1 / usable.MeanOfMeans();
        var all = new GammaGammaLikelihood(usable, scale);
        var sampled = usable.Sample(options.SampleRows);
        var sample = ReferenceEquals(sampled, usable) ? all : new GammaGammaLikelihood(sampled, scale);
        var best = MultiStart.Climb(all, sample, s_starts, options, cancellationToken);

        if (!double.IsFinite(best.Value))
            return Refused(usable, [new Diagnosis.NotConverged(), .. diagnosis]);

        var p = Array.ConvertAll(best.Theta, Exp);
        p[2] /= scale;
        var errors = Diagnose(usable, best, p, diagnosis);
        if (p[1] <= 1)
            return Refused(usable, [new Diagnosis.InfiniteMeanSpend(p[1]), .. diagnosis]);
        return new()
        {
            Model = new(p[0], p[1], p[2]),
            LogLikelihood = best.Value + (usable.TotalWeight * Log(scale)),
            Converged = best.Converged,
            Diagnosis = diagnosis,
            StandardErrors = Letters.OfErrors(s_letters, errors, p),
            Customers = usable.TotalWeight,
            DistinctRows = usable.Count,
            Evaluations = best.Evaluations,
        };
    }

    private static Fit<GammaGamma> Refused(SpendSummaries usable, Diagnosis[] reasons) =>
        Fit<GammaGamma>.Refused(usable.TotalWeight, usable.Count, reasons);

    private static Diagnosis? Refusal(SpendSummaries usable, FitOptions options)
    {
        if (usable.TotalWeight < options.MinimumSpendCustomers)
            return new Diagnosis.TooFewRepeatCustomers(usable.TotalWeight, options.MinimumSpendCustomers);
        var (low, high) = (double.PositiveInfinity, 0.0);
        foreach (var z in usable.MeanSpend)
            (low, high) = (Min(low, z), Max(high, z));
        return high - low <= 1e-9 * high ? new Diagnosis.NoSpendVariation() : null;
    }

    private static double[]? Diagnose(SpendSummaries usable, Ascent best, double[] p, List<Diagnosis> diagnosis)
    {
        if (usable.FrequencySpendCorrelation() is { } correlation && Abs(correlation) > TooCorrelated)
            diagnosis.Add(new Diagnosis.SpendDependsOnFrequency(correlation));
        if (!best.Converged)
            diagnosis.Add(new Diagnosis.NotConverged());
        if (p[1] > Alike)
            diagnosis.Add(new Diagnosis.SameSpendForAll());
        return !best.Converged || p[1] > Alike ? null : Doubts.Find(best, s_letters, p, diagnosis);
    }
}
