using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>Maximum likelihood for <see cref="BgBb"/>: refusals, starts, the climb, and what was found.</summary>
internal static class BgBbFit
{
    // Probabilities that differ by less than some three percent do not differ measurably.
    private const double Alike = 1000;

    private static readonly string[] s_letters = ["alpha", "beta", "gamma", "delta"];

    private static readonly double[][] s_starts =
    [
        [0, 0, -.7, .7],
        [-.7, .7, 0, 2.3],
        [.7, 0, -2.3, 1.1],
    ];

    public static Fit<BgBb> Run(
        OpportunityHistories histories, FitOptions options, CancellationToken cancellationToken)
    {
        options.Check();
        if (Refusal(histories, options) is { } reason)
            return Fit<BgBb>.Refused(histories.TotalWeight, histories.Count, reason);
        var likelihood = new BgBbLikelihood(histories);
        var best = MultiStart.Climb(likelihood, likelihood, s_starts, options, cancellationToken);
        if (!double.IsFinite(best.Value))
            return Fit<BgBb>.Refused(histories.TotalWeight, histories.Count, new Diagnosis.NotConverged());

        var p = Array.ConvertAll(best.Theta, Exp);
        var diagnosis = new List<Diagnosis>();
        var errors = Diagnose(histories, best, p, options, diagnosis, cancellationToken);
        return new()
        {
            Model = new(new(p[0], p[1], p[2], p[3])),
            LogLikelihood = best.Value,
            Converged = best.Converged,
            Diagnosis = diagnosis,
            StandardErrors = Letters.OfErrors(s_letters, errors, p),
            Customers = histories.TotalWeight,
            DistinctRows = histories.Count,
            Evaluations = best.Evaluations,
        };
    }

    private static Diagnosis? Refusal(OpportunityHistories histories, FitOptions options)
    {
        if (histories.Count > 0 && histories.Longest == 0)
            return new Diagnosis.NoTimeObserved();
        if (histories.RepeatWeight == 0)
            return new Diagnosis.NobodyRepeats(histories.TotalWeight);
        return histories.RepeatWeight < options.MinimumRepeatCustomers
            ? new Diagnosis.TooFewRepeatCustomers(histories.RepeatWeight, options.MinimumRepeatCustomers)
            : null;
    }

    /// <summary>Names what is degenerate; the standard errors of θ, or null where they would mean nothing.</summary>
    private static double[]? Diagnose(
        OpportunityHistories histories, Ascent best, double[] p, FitOptions options, List<Diagnosis> diagnosis,
        CancellationToken cancellationToken)
    {
        var simple = NewtonAscent.Climb(
            new BetaBinomialLikelihood(histories), best.Theta.AsSpan(0, 2), options.MaxSteps, cancellationToken);
        if (best.Value - simple.Value < LatentAttritionFit.FitsAsWell)
            diagnosis.Add(new Diagnosis.NoDropout(Max(0, best.Value - simple.Value), "beta-binomial"));
        else if (p[2] + p[3] > Alike)
            diagnosis.Add(new Diagnosis.SameProbabilityForAll("dropout", "gamma/(gamma + delta)"));
        if (p[0] + p[1] > Alike)
            diagnosis.Add(new Diagnosis.SameProbabilityForAll("buying", "alpha/(alpha + beta)"));
        if (!best.Converged)
            diagnosis.Add(new Diagnosis.NotConverged());
        return diagnosis.Count > 0 ? null : Doubts.Find(best, s_letters, p, diagnosis);
    }
}
