using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>Maximum likelihood for every family: refusals, starts, the climb, and what was found.</summary>
internal static class LatentAttritionFit
{
    // Times are scaled so that the longest is 10: the box of the search then means the same for days and for months.
    private const double LongestScaled = 10;

    // A simpler model within a tenth of a unit of log-likelihood says the same about these data.
    public const double FitsAsWell = 0.1;

    public static Fit<ILatentAttrition> Run(
        AttritionFamily family, PurchaseHistories histories, FitOptions options, CancellationToken cancellationToken)
    {
        options.Check();
        if (Refusal(histories, options) is { } reason)
            return Fit<ILatentAttrition>.Refused(histories.TotalWeight, histories.Count, reason);

        var scale = ScaleOf(histories);
        var all = family.Likelihood(histories, scale);
        var sampled = histories.Sample(options.SampleRows);
        var sample = ReferenceEquals(sampled, histories) ? all : family.Likelihood(sampled, scale);
        var starts = family.Starts(MeanGap(histories) * scale);
        var best = MultiStart.Climb(all, sample, starts, options, cancellationToken);

        if (!double.IsFinite(best.Value))
            return Fit<ILatentAttrition>.Refused(histories.TotalWeight, histories.Count, new Diagnosis.NotConverged());

        var diagnosis = new List<Diagnosis>();
        var simpler = family.WithoutDropout(histories, scale);
        var noDropout = simpler is not null && NoDropout(family, simpler, best, options, diagnosis, cancellationToken);
        var p = Array.ConvertAll(best.Theta, Exp);
        var errors = Diagnose(family, best, p, diagnosis, noDropout);
        for (var i = 0; i < p.Length; i++)
            p[i] /= family.IsTime(i) ? scale : 1;
        return new()
        {
            Model = family.Create(p),
            LogLikelihood = best.Value + (histories.TotalPurchases * Log(scale)),
            Converged = best.Converged,
            Diagnosis = diagnosis,
            StandardErrors = Letters.OfErrors(family.Letters, errors, p),
            Customers = histories.TotalWeight,
            DistinctRows = histories.Count,
            Evaluations = best.Evaluations,
        };
    }

    /// <summary>What times are multiplied by while a model is fitted.</summary>
    public static double ScaleOf(PurchaseHistories histories) => LongestScaled / histories.LongestT;

    /// <summary>Why these histories carry no model; null where they may.</summary>
    public static Diagnosis? Refusal(PurchaseHistories histories, FitOptions options)
    {
        if (histories.Count > 0 && histories.LongestT == 0)
            return new Diagnosis.NoTimeObserved();
        if (histories.RepeatWeight == 0)
            return new Diagnosis.NobodyRepeats(histories.TotalWeight);
        return histories.RepeatWeight < options.MinimumRepeatCustomers
            ? new Diagnosis.TooFewRepeatCustomers(histories.RepeatWeight, options.MinimumRepeatCustomers)
            : null;
    }

    /// <summary>Time observed per repeat purchase.</summary>
    public static double MeanGap(PurchaseHistories histories)
    {
        var observed = 0.0;
        for (var i = 0; i < histories.Count; i++)
            observed += histories.Weight[i] * histories.T[i];
        return observed / histories.TotalPurchases;
    }

    private static bool NoDropout(
        AttritionFamily family, ILogLikelihood simpler, Ascent best, FitOptions options, List<Diagnosis> diagnosis,
        CancellationToken cancellationToken)
    {
        var start = best.Theta.AsSpan(0, simpler.Parameters);
        var simple = NewtonAscent.Climb(simpler, start, options.MaxSteps, cancellationToken);
        var gain = best.Value - simple.Value;
        if (gain >= FitsAsWell)
            return false;
        diagnosis.Add(family.NoDropout(Max(0, gain)));
        return true;
    }

    /// <summary>Names what is degenerate; the standard errors of θ, or null where they would mean nothing.</summary>
    private static double[]? Diagnose(
        AttritionFamily family, Ascent best, double[] p, List<Diagnosis> diagnosis, bool noDropout)
    {
        var before = diagnosis.Count;
        if (!best.Converged)
            diagnosis.Add(new Diagnosis.NotConverged());
        diagnosis.AddRange(family.Degenerate(p, noDropout));
        return noDropout || diagnosis.Count > before ? null : Doubts.Find(best, family.Letters, p, diagnosis);
    }
}
