using System.Globalization;

namespace Mainstay.Statistics.Choice;

/// <summary>Holds a contender's expectations against what happened.</summary>
internal static class Backtesting
{
    private const int OpenBin = 7;
    private const int Tenths = 10;
    private const double Tail = 0.05;

    // What is this improbable is not told from impossible in double precision.
    private const double Impossible = 1e-300;

    public static Backtest Run(IContender contender, HoldoutHistories holdout)
    {
        var (rows, t) = (holdout.Rows, holdout.Horizon);
        var y = holdout.Purchases;
        var (expected, scores) = (new double[rows.Count], new double[rows.Count]);
        contender.Expected(rows, t, expected);
        var (below, at) = (new double[rows.Count], new double[rows.Count]);
        contender.Pmf(rows, y, t, expected, below, at);
        double score = 0, total = 0, absolute = 0, squared = 0, covered = 0;
        var possible = true;
        for (var row = 0; row < rows.Count; row++)
        {
            possible &= at[row] > 0;
            var (w, error) = (rows.Weight[row], y[row] - expected[row]);
            scores[row] = Math.Log(Math.Max(at[row], Impossible));
            score += w * scores[row];
            total += w * expected[row];
            absolute += w * Math.Abs(error);
            squared += w * error * error;
            covered += w * Inside(below[row], at[row]);
        }

        var customers = rows.TotalWeight;
        return new()
        {
            Customers = customers,
            LogScore = possible ? score / customers : null,
            ActualTotal = holdout.TotalPurchases,
            ExpectedTotal = total,
            MeanAbsoluteError = absolute / customers,
            MeanSquaredError = squared / customers,
            Coverage90 = covered / customers,
            ByFrequency = ByFrequency(holdout, expected),
            ByDecile = ByDecile(holdout, expected),
            Scores = scores,
            Weights = rows.Weight.ToArray(),
        };
    }

    /// <summary>Which part of an outcome's probability lies in the central 90 %.</summary>
    private static double Inside(double below, double at)
    {
        if (at <= 0)
            return below > Tail && below < 1 - Tail ? 1 : 0;
        var (from, to) = (Math.Max(below, Tail), Math.Min(below + at, 1 - Tail));
        return Math.Clamp((to - from) / at, 0, 1);
    }

    private static IReadOnlyList<CalibrationBin> ByFrequency(HoldoutHistories holdout, double[] expected) =>
        Bins(holdout, expected, OpenBin + 1, row => (int)Math.Min(holdout.Rows.X[row], OpenBin), bin =>
            bin == OpenBin
                ? string.Create(CultureInfo.InvariantCulture, $"{bin}+")
                : bin.ToString(CultureInfo.InvariantCulture));

    private static IReadOnlyList<CalibrationBin> ByDecile(HoldoutHistories holdout, double[] expected)
    {
        var order = Enumerable.Range(0, expected.Length).OrderBy(row => expected[row]).ToArray();
        var (tenth, passed) = (new int[expected.Length], 0.0);
        foreach (var row in order)
        {
            var weight = holdout.Rows.Weight[row];
            tenth[row] = Math.Min(Tenths - 1, (int)((passed + (weight / 2)) / holdout.Customers * Tenths));
            passed += weight;
        }

        return Bins(
            holdout, expected, Tenths, row => tenth[row], bin => (bin + 1).ToString(CultureInfo.InvariantCulture));
    }

    private static IReadOnlyList<CalibrationBin> Bins(
        HoldoutHistories holdout, double[] expected, int count, Func<int, int> binOf, Func<int, string> name)
    {
        var (customers, actual, foretold) = (new double[count], new double[count], new double[count]);
        for (var row = 0; row < expected.Length; row++)
        {
            var (bin, w) = (binOf(row), holdout.Rows.Weight[row]);
            customers[bin] += w;
            actual[bin] += w * holdout.Purchases[row];
            foretold[bin] += w * expected[row];
        }

        return
        [
            .. Enumerable.Range(0, count).Where(bin => customers[bin] > 0).Select(bin => new CalibrationBin(
                name(bin), customers[bin], actual[bin] / customers[bin], foretold[bin] / customers[bin])),
        ];
    }
}
