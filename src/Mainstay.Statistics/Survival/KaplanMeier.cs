using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Survival;

/// <summary>
/// Kaplan–Meier: the share still without the event after each duration, from observations of which some ended too
/// early to see it. S(t) = Π(1 − d/n) over the event times up to t. Weights count as so many equal rows; with entry
/// times only those under observation are at risk.
/// </summary>
/// <remarks>
/// [KM58] Kaplan &amp; Meier, JASA 53:457–481, 1958; [G26] Greenwood 1926; [BC82] Brookmeyer &amp; Crowley, Biometrics
/// 38:29–41, 1982.
/// </remarks>
public sealed class KaplanMeier
{
    // 1 − 1/2 in steps of 1/n need not be 0.5 to the last digit.
    private const double Rounding = 1e-12;

    private KaplanMeier(SurvivalTimes times, SurvivalPoint[] points, double level, Diagnosis[] diagnosis)
    {
        (Observed, Events, Level, Points, Diagnosis) = (times.TotalWeight, times.Events, level, points, diagnosis);
        Median = First(point => point.Survival);
        MedianLow = First(point => point.Low);
        MedianHigh = First(point => point.High);
    }

    /// <summary>Number observed.</summary>
    public double Observed { get; }

    /// <summary>Number with the event.</summary>
    public double Events { get; }

    /// <summary>Level of the bands.</summary>
    public double Level { get; }

    /// <summary>The steps, by time; before the first, S is 1.</summary>
    public IReadOnlyList<SurvivalPoint> Points { get; }

    /// <summary>Smallest t with S(t) ≤ ½; null when the curve does not come down so far.</summary>
    public double? Median { get; }

    /// <summary>
    /// Lower end of the median's interval: where the lower band reaches ½; null when it never does. [BC82]
    /// </summary>
    public double? MedianLow { get; }

    /// <summary>
    /// Upper end of the median's interval: where the upper band reaches ½; null when it never does. [BC82]
    /// </summary>
    public double? MedianHigh { get; }

    /// <summary>What is degenerate; empty when nothing is.</summary>
    public IReadOnlyList<Diagnosis> Diagnosis { get; }

    /// <summary>Estimates the curve. Facts about the data are in the result, never exceptions.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level of the options is not between 0 and 1.</exception>
    public static KaplanMeier Estimate(SurvivalTimes times, SurvivalOptions? options = null)
    {
        options ??= SurvivalOptions.Default;
        var z = options.Quantile();
        var table = RiskTable.Of(times);
        var points = new SurvivalPoint[table.Count];
        var diagnosis = new List<Diagnosis>();
        var (survival, greenwood) = (1.0, 0.0);
        for (var row = 0; row < points.Length; row++)
        {
            var (n, d, left) = (table.AtRisk[row], table.EventsAt(row), table.Left(row));
            if (left == 0 && survival > 0 && row < points.Length - 1)
                diagnosis.Add(new Diagnosis.RiskSetEmptied(table.Time[row]));
            survival *= left == 0 ? 0 : 1 - (d / n);
            greenwood += left == 0 ? 0 : d / (n * left);
            double? error = survival > 0 ? survival * Sqrt(greenwood) : null;
            var (low, high) = Band.LogLog(survival, error, z);
            points[row] = new(table.Time[row], n, d, Max(0, table.Exits[row] - d), survival, error, low, high);
        }

        if (times.Count == 0)
            diagnosis.Add(new Diagnosis.NothingObserved());
        else if (times.Events == 0)
            diagnosis.Add(new Diagnosis.NobodyHadTheEvent(times.TotalWeight));
        return new(times, points, options.Level, [.. diagnosis]);
    }

    /// <summary>
    /// S(t) in [0, 1]: the share still without the event after t; flat beyond the last time observed.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative or NaN.</exception>
    public double Survival(double t)
    {
        Require.NonNegative(t);
        return Points.TakeWhile(point => point.Time <= t).Select(point => point.Survival).LastOrDefault(1);
    }

    /// <summary>
    /// Restricted mean: the mean duration counted up to <paramref name="t"/>, ∫₀ᵗ S(u)du. Beyond the last time observed
    /// the curve is taken as flat. [Klein &amp; Moeschberger 2003 §4.5]
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative or NaN.</exception>
    public double RestrictedMean(double t)
    {
        Require.NonNegative(t);
        var (mean, survival, from) = (0.0, 1.0, 0.0);
        foreach (var point in Points)
        {
            if (point.Time >= t)
                break;
            mean += survival * (point.Time - from);
            (survival, from) = (point.Survival, point.Time);
        }

        return mean + (survival * (t - from));
    }

    /// <summary>
    /// Standard error of the restricted mean: Σ (∫ₜⱼᵗ S)²·d/(n(n−d)). [Klein &amp; Moeschberger §4.5]
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="t"/> is negative or NaN.</exception>
    public double RestrictedMeanStandardError(double t)
    {
        var (whole, variance) = (RestrictedMean(t), 0.0);
        var (before, survival, from) = (0.0, 1.0, 0.0);
        foreach (var (time, n, d, _, after, _, _, _) in Points)
        {
            if (time >= t)
                break;
            before += survival * (time - from);
            (survival, from) = (after, time);
            if (after > 0)
                variance += (whole - before) * (whole - before) * d / (n * (n - d));
        }

        return Sqrt(variance);
    }

    private double? First(Func<SurvivalPoint, double?> curve)
    {
        foreach (var point in Points)
        {
            // Where S is 0 the bands have ended: whatever had not come down to ½ before is not known to do so.
            if (curve(point) <= 0.5 + Rounding)
                return point.Time;
        }

        return null;
    }
}
