using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

/// <summary>
/// Maximum likelihood with covariates: from where the model without them ended, so that it can only gain, and from
/// the family's own starts.
/// </summary>
internal static class CovariateClimb
{
    public static CovariateFit Run(
        AttritionFamily family, CovariateHistories histories, FitOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(histories);
        if (family.Links.Count == 0)
            throw new ArgumentException($"{family.Name} has no covariates.", nameof(family));
        var rows = histories.Histories;
        var without = family.FitTo(rows, options, cancellationToken);
        if (without.Model is not { } plain)
            return new(Refused(rows, without.Diagnosis), without, null);

        var (scales, timeScale) = (CovariateScales.Of(histories), LatentAttritionFit.ScaleOf(rows));
        var likelihood = Likelihood(family, histories, scales, timeScale);
        var sampled = histories.Sample(options.SampleRows);
        var sample = ReferenceEquals(sampled, histories) ? likelihood : Likelihood(family, sampled, scales, timeScale);
        var coefficients = new double[family.Links.Count * scales.Used.Length];
        var plainTheta = family.Letters.Select((letter, i) => Clamp(
            Log(plain.Parameters[letter] * (family.IsTime(i) ? timeScale : 1)), -NewtonAscent.Edge, NewtonAscent.Edge));
        var starts = family.Starts(LatentAttritionFit.MeanGap(rows) * timeScale).Prepend([.. plainTheta]);
        var best = MultiStart.Climb(
            likelihood, sample, [.. starts.Select(start => (double[])[.. start, .. coefficients])], options,
            cancellationToken);
        if (!double.IsFinite(best.Value))
            return new(Refused(rows, [new Diagnosis.NotConverged()]), without, null);

        var fitted = Describe(family, histories, scales, timeScale, best, options, cancellationToken);
        var gain = Max(0, fitted.LogLikelihood!.Value - without.LogLikelihood!.Value);
        return new(fitted, without, coefficients.Length == 0 ? null : new(2 * gain, coefficients.Length));
    }

    private static Fit<CovariateModel> Refused(PurchaseHistories rows, IReadOnlyList<Diagnosis> reasons) =>
        Fit<CovariateModel>.Refused(rows.TotalWeight, rows.Count, [.. reasons]);

    private static CovariateLikelihood Likelihood(
        AttritionFamily family, CovariateHistories histories, CovariateScales scales, double timeScale) => new(
            family.Links,
            histories.Groups.Select(g => (scales.Scale(g.Z), family.Likelihood(g.Histories, timeScale))));

    private static Fit<CovariateModel> Describe(
        AttritionFamily family, CovariateHistories histories, CovariateScales scales, double timeScale, Ascent best,
        FitOptions options, CancellationToken cancellationToken)
    {
        var letters = family.Letters;
        var diagnosis = new List<Diagnosis>(scales.LeftOut);
        var errors = Doubt(family, histories, scales, timeScale, best, diagnosis, options, cancellationToken);
        var p = letters.Select((_, i) => Exp(best.Theta[i]) / (family.IsTime(i) ? timeScale : 1)).ToArray();
        var effects = new List<CovariateEffect>();
        foreach (var link in family.Links)
        {
            for (var c = 0; c < scales.Used.Length; c++)
            {
                var at = letters.Count + effects.Count;
                effects.Add(new(
                    histories.Names[scales.Used[c]], link.Process, letters[link.Parameter],
                    best.Theta[at] / scales.Spreads[c], errors?[at] / scales.Spreads[c], scales.Means[c]));
            }
        }

        return new()
        {
            Model = new(family, histories.Names, Letters.Of(letters, p), effects),
            LogLikelihood = best.Value + (histories.Histories.TotalPurchases * Log(timeScale)),
            Converged = best.Converged,
            Diagnosis = diagnosis,
            StandardErrors = Letters.OfErrors(letters, errors, p),
            Customers = histories.Histories.TotalWeight,
            DistinctRows = histories.Histories.Count,
            Evaluations = best.Evaluations,
        };
    }

    /// <summary>Names what is degenerate; the standard errors of θ, or null where they would mean nothing.</summary>
    private static double[]? Doubt(
        AttritionFamily family, CovariateHistories histories, CovariateScales scales, double timeScale, Ascent best,
        List<Diagnosis> diagnosis, FitOptions options, CancellationToken cancellationToken)
    {
        var before = diagnosis.Count;
        var noDropout = NoDropout(family, histories, scales, timeScale, best, diagnosis, options, cancellationToken);
        if (!best.Converged)
            diagnosis.Add(new Diagnosis.NotConverged());
        diagnosis.AddRange(family.Degenerate([.. best.Theta.Take(family.Letters.Count).Select(Exp)], noDropout));
        if (diagnosis.Count > before)
            return null;
        IReadOnlyList<string> names =
        [
            .. family.Letters,
            .. family.Links.SelectMany(link =>
                scales.Used.Select(c => $"{family.Letters[link.Parameter]}.{histories.Names[c]}")),
        ];
        double[] values = [.. best.Theta.Select((log, i) => i < family.Letters.Count ? Exp(log) : log)];
        return Doubts.Find(best, names, values, diagnosis);
    }

    /// <summary>Whether the NBD with the same covariates on buying fits as well: then those on dropout mean nothing.</summary>
    private static bool NoDropout(
        AttritionFamily family, CovariateHistories histories, CovariateScales scales, double timeScale, Ascent best,
        List<Diagnosis> diagnosis, FitOptions options, CancellationToken cancellationToken)
    {
        if (family.WithoutDropout(histories.Histories, timeScale) is null)
            return false;
        var nbd = Likelihood(AttritionFamilies.Nbd, histories, scales, timeScale);
        double[] start =
            [.. best.Theta.Take(2), .. best.Theta.Skip(family.Letters.Count).Take(scales.Used.Length)];
        var gain = best.Value - NewtonAscent.Climb(nbd, start, options.MaxSteps, cancellationToken).Value;
        if (gain >= LatentAttritionFit.FitsAsWell)
            return false;
        diagnosis.Add(new Diagnosis.NoDropout(Max(0, gain)));
        return true;
    }
}
