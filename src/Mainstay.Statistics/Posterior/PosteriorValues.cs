namespace Mainstay.Statistics.Posterior;

/// <summary>
/// The log posterior at every draw. On large data it is evaluated at some of them and a quartic through those serves
/// the rest, where enough further draws confirm that it errs by less than <see cref="Tolerance"/> in a log weight.
/// </summary>
internal static class PosteriorValues
{
    /// <summary>The largest error of a log weight that is let pass: a tenth of a percent of a weight.</summary>
    public const double Tolerance = 1e-3;

    // Half the tolerance at draws the fit has not seen, and draws farther out than these are always exact.
    private const double Confirmed = Tolerance / 2;
    private const int Checks = 100;
    private const double Near = 5;

    /// <summary>Fills <paramref name="values"/>; a draw's coordinates are multiples of the principal axes.</summary>
    public static void Fill(
        LogPosterior target, double[] coordinates, double[] thetas, double[] values, bool mayApproximate)
    {
        var n = target.Parameters;
        var near = Enumerable.Range(0, values.Length).Where(draw => IsNear(coordinates.AsSpan(draw * n, n))).ToList();
        var wanted = PolynomialSurface.Wanted(n) + Checks;
        if (!mayApproximate || near.Count < 2 * wanted)
        {
            target.Values(thetas, values);
            return;
        }

        Exact(target, Enumerable.Range(0, values.Length).Except(near).Concat(near.Take(wanted)), thetas, values);
        var (seen, check) = (near[..(wanted - Checks)], near[(wanted - Checks)..wanted]);
        var level = values[seen[0]];
        var surface = PolynomialSurface.Fit(
            [.. seen.SelectMany(draw => coordinates[(draw * n)..((draw + 1) * n)])],
            [.. seen.Select(draw => values[draw] - level)], n);
        double Approximate(int draw) => level + surface.At(coordinates.AsSpan(draw * n, n));
        if (check.TrueForAll(draw => Math.Abs(Approximate(draw) - values[draw]) < Confirmed))
        {
            foreach (var draw in near.Skip(wanted))
                values[draw] = Approximate(draw);
        }
        else
        {
            Exact(target, near.Skip(wanted), thetas, values);
        }
    }

    private static bool IsNear(ReadOnlySpan<double> z)
    {
        var square = 0.0;
        foreach (var value in z)
            square += value * value;
        return square < Near * Near;
    }

    private static void Exact(LogPosterior target, IEnumerable<int> draws, double[] thetas, double[] values)
    {
        var (n, chosen) = (target.Parameters, draws.ToArray());
        var (some, found) = (new double[chosen.Length * n], new double[chosen.Length]);
        for (var i = 0; i < chosen.Length; i++)
            thetas.AsSpan(chosen[i] * n, n).CopyTo(some.AsSpan(i * n));
        target.Values(some, found);
        for (var i = 0; i < chosen.Length; i++)
            values[chosen[i]] = found[i];
    }
}
