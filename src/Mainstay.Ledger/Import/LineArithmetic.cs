namespace Mainstay.Ledger.Import;

/// <summary>Money in ten-thousandths: products rounded half away from zero, and shares that add up to the coin.</summary>
internal static class LineArithmetic
{
    /// <summary>a × b, both in ten-thousandths.</summary>
    public static long? Product(long a, long b)
    {
        var product = (Int128)a * b;
        var rounded = (product + (product >= 0 ? AmountText.Scale / 2 : -AmountText.Scale / 2)) / AmountText.Scale;
        return rounded <= AmountText.Largest && rounded >= -AmountText.Largest ? (long)rounded : null;
    }

    /// <summary>part × whole / total, rounded; <paramref name="total"/> must not be 0.</summary>
    public static long Share(long part, long whole, long total)
    {
        var product = (Int128)part * whole;
        var divisor = Int128.Abs(total);
        var rounded = (long)((Int128.Abs(product) + divisor / 2) / divisor);
        return product < 0 == total < 0 ? rounded : -rounded;
    }

    /// <summary>
    /// Splits <paramref name="total"/> in proportion to the weights, in whole coins: what rounding leaves goes to the
    /// largest remainders, first come first served, so that the shares add up exactly. Weights that are all 0 share equally.
    /// </summary>
    public static long[] Spread(long total, IReadOnlyList<long> weights, long coin)
    {
        var shares = new long[weights.Count];
        if (weights.Count == 0)
            return shares;
        var sum = weights.Aggregate(Int128.Zero, (sofar, weight) => sofar + weight);
        var remainders = new Int128[weights.Count];
        var left = total;
        for (var at = 0; at < shares.Length; at++)
        {
            var (weight, all) = sum == 0 ? (1, (Int128)weights.Count) : (weights[at], sum);
            var exact = total * (Int128)weight;
            var coins = exact / all / coin;
            shares[at] = (long)coins * coin;
            remainders[at] = Int128.Abs(exact - coins * coin * all);
            left -= shares[at];
        }

        var step = left >= 0 ? coin : -coin;
        foreach (var at in Enumerable.Range(0, shares.Length).OrderByDescending(at => remainders[at]))
        {
            if (Math.Abs(left) < coin)
                break;
            shares[at] += step;
            left -= step;
        }

        shares[^1] += left;
        return shares;
    }
}
