namespace Mainstay.Statistics.Special;

/// <summary>
/// B(a + k, b + m)/B(a, b) for whole k and m: the chance of k successes and m failures in a given order when their
/// probability is Beta(a, b). As a product of k + m factors below 1 it keeps its digits where a and b are in the
/// millions and the four gamma functions would lose them.
/// </summary>
internal static class BetaRatio
{
    // So many factors are multiplied before their logarithm is taken; e^−745 is far away for any that matter.
    private const double Small = 1e-200;

    public static double Log(double a, double b, int k, int m)
    {
        var (sum, product) = (0.0, 1.0);
        for (var j = 0; j < k + m; j++)
        {
            product *= (j < k ? a + j : b + j - k) / (a + b + j);
            if (product > Small)
                continue;
            sum += Math.Log(product);
            product = 1;
        }

        return sum + Math.Log(product);
    }
}
