namespace Mainstay.Statistics.Posterior;

/// <summary>
/// The log posterior at every draw. On large data it is evaluated at some of them and a quartic through those serves the
/// rest, or a sextic through more, where other draws confirm that it errs by less than <see cref="Tolerance"/> in a log
/// weight.
/// </summary>
internal static class PosteriorValues
{
    /// <summary>The largest error of a log weight that is let pass: a tenth of a percent of a weight.</summary>
    public const double Tolerance = 1e-3;

    // Half the tolerance at the outermost draws, unseen by the fit; draws farther out than these are always exact.
    private const double Confirmed = Tolerance / 2;
    private const int Checks = 100;
    private const double Near = 5;

    private static readonly int[] s_degrees = [3, 4, 6];

    /// <summary>Fills <paramref name="values"/>; a draw's coordinates are multiples of the principal axes.</summary>
    public static void Fill(
        LogPosterior target, double[] coordinates, double[] thetas, double[] values, bool mayApproximate)
    {
        var n = target.Parameters;
        var near = OutermostFirst(coordinates, n);
        if (!mayApproximate || near.Count < 2 * (Checks + PolynomialSurface.Wanted(n, s_degrees[0])))
        {
            target.Values(thetas, values);
            return;
        }

        var known = Checks;
        Exact(target, Enumerable.Range(0, values.Length).Except(near).Concat(near.Take(known)), thetas, values);
        foreach (var degree in s_degrees)
        {
            var wanted = Checks + PolynomialSurface.Wanted(n, degree);
            if (near.Count < 2 * wanted)
                break;
            Exact(target, near[known..wanted], thetas, values);
            known = wanted;
            if (Approximated(coordinates, values, near, known, degree))
                return;
        }

        Exact(target, near.Skip(known), thetas, values);
    }

    /// <summary>Fills the draws beyond the known ones from these, unless the first, held back from the fit, object.</summary>
    private static bool Approximated(double[] coordinates, double[] values, List<int> near, int known, int degree)
    {
        var (n, seen, level) = (coordinates.Length / values.Length, near[Checks..known], values[near[0]]);
        var surface = PolynomialSurface.Fit(
            [.. seen.SelectMany(draw => coordinates[(draw * n)..((draw + 1) * n)])],
            [.. seen.Select(draw => values[draw] - level)], n, degree);
        double Approximate(int draw) => level + surface.At(coordinates.AsSpan(draw * n, n));
        if (!near.Take(Checks).All(draw => Math.Abs(Approximate(draw) - values[draw]) < Confirmed))
            return false;
        foreach (var draw in near.Skip(known))
            values[draw] = Approximate(draw);
        return true;
    }

    /// <summary>
    /// The draws that are near: first every other of the outermost, where a polynomial errs most, to check it by; then
    /// those between, to hold it there; then all others as they come.
    /// </summary>
    private static List<int> OutermostFirst(double[] coordinates, int n)
    {
        double Square(int draw)
        {
            var square = 0.0;
            foreach (var value in coordinates.AsSpan(draw * n, n))
                square += value * value;
            return square;
        }

        var near = Enumerable.Range(0, coordinates.Length / n).Where(draw => Square(draw) < Near * Near).ToList();
        var outermost = near.OrderByDescending(Square).Take(2 * Checks).ToList();
        return
        [
            .. outermost.Where((_, i) => i % 2 == 0), .. outermost.Where((_, i) => i % 2 == 1), .. near.Except(outermost),
        ];
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
