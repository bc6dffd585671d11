using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>Maximum likelihood for the beta-geometric family: refusals, starts, the climb, and what was found.</summary>
internal static class BetaGeometricFit
{
    // Times are scaled so that the longest is 10: the box of the search then means the same for days and for months.
    private const double LongestScaled = 10;

    // A simpler model within a tenth of a unit of log-likelihood says the same about these data.
    private const double FitsAsWell = 0.1;

    // Coefficients of variation under 3 percent: the customers do not differ measurably.
    private const double Alike = 1000;

    private static readonly string[] s_letters = ["r", "alpha", "a", "b"];

    public static Fit<TModel> Run<TModel>(
        PurchaseHistories histories, int s, Func<BetaGeometricParameters, TModel> create, FitOptions options,
        CancellationToken cancellationToken)
        where TModel : class
    {
        options.Check();
        if (Refusal(histories, options) is { } reason)
            return Fit<TModel>.Refused(histories.TotalWeight, histories.Count, reason);

        var scale = LongestScaled / histories.LongestT;
        var all = new BetaGeometricLikelihood(histories, s, scale);
        var sampled = histories.Sample(options.SampleRows);
        var sample = ReferenceEquals(sampled, histories) ? all : new BetaGeometricLikelihood(sampled, s, scale);
        var best = MultiStart.Climb(all, sample, Starts(histories, scale), options, cancellationToken);

        if (!double.IsFinite(best.Value))
            return Fit<TModel>.Refused(histories.TotalWeight, histories.Count, new Diagnosis.NotConverged());

        var diagnosis = new List<Diagnosis>();
        var noDropout = WithoutDropout(all, best, options, diagnosis, cancellationToken);
        var p = Array.ConvertAll(best.Theta, Exp);
        var errors = Diagnose(best, p, diagnosis, noDropout);
        p[1] /= scale;
        return new()
        {
            Model = create(new(p[0], p[1], p[2], p[3])),
            LogLikelihood = best.Value + (histories.TotalPurchases * Log(scale)),
            Converged = best.Converged,
            Diagnosis = diagnosis,
            StandardErrors = errors is null ? Letters.None : Letters.Of(s_letters, [.. errors.Zip(p, (error, value) => error * value)]),
            Customers = histories.TotalWeight,
            DistinctRows = histories.Count,
            Evaluations = best.Evaluations,
        };
    }

    private static Diagnosis? Refusal(PurchaseHistories histories, FitOptions options)
    {
        if (histories.Count > 0 && histories.LongestT == 0)
            return new Diagnosis.NoTimeObserved();
        if (histories.RepeatWeight == 0)
            return new Diagnosis.NobodyRepeats(histories.TotalWeight);
        return histories.RepeatWeight < options.MinimumRepeatCustomers
            ? new Diagnosis.TooFewRepeatCustomers(histories.RepeatWeight, options.MinimumRepeatCustomers)
            : null;
    }

    /// <summary>From unequal customers who leave at a few purchases to alike ones who hardly leave.</summary>
    private static List<double[]> Starts(PurchaseHistories histories, double scale)
    {
        var observed = 0.0;
        for (var i = 0; i < histories.Count; i++)
            observed += histories.Weight[i] * histories.T[i] * scale;
        var meanGap = observed / histories.TotalPurchases;
        double[] Start(double r, double a, double b) =>
            [Log(r), Clamp(Log(r * meanGap), -NewtonAscent.Edge, NewtonAscent.Edge), Log(a), Log(b)];
        return [Start(0.3, 0.7, 2.5), Start(1, 1, 1), Start(2, 0.1, 5)];
    }

    private static bool WithoutDropout(
        BetaGeometricLikelihood all, Ascent best, FitOptions options, List<Diagnosis> diagnosis,
        CancellationToken cancellationToken)
    {
        // Cheap: the simpler likelihood has no loop over rows.
        var simple = NewtonAscent.Climb(all.Nbd, best.Theta.AsSpan(0, 2), options.MaxSteps, cancellationToken);
        var gain = best.Value - simple.Value;
        if (gain >= FitsAsWell)
            return false;
        diagnosis.Add(new Diagnosis.NoDropout(Max(0, gain)));
        return true;
    }

    /// <summary>Names what is degenerate; the standard errors of θ, or null where they would mean nothing.</summary>
    private static double[]? Diagnose(Ascent best, double[] p, List<Diagnosis> diagnosis, bool noDropout)
    {
        var before = diagnosis.Count;
        if (!best.Converged)
            diagnosis.Add(new Diagnosis.NotConverged());
        if (p[0] > Alike)
            diagnosis.Add(new Diagnosis.SameRateForAll());
        if (p[2] + p[3] > Alike && !noDropout)
            diagnosis.Add(new Diagnosis.SameDropoutForAll());
        return noDropout || diagnosis.Count > before ? null : Doubts.Find(best, s_letters, p, diagnosis);
    }
}
