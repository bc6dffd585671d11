namespace Mainstay.Statistics.Attrition;

/// <summary>Sums over whole sets of histories that are the same for every model.</summary>
internal static class HistorySums
{
    /// <summary>Σ w·ℓ.</summary>
    public static double LogLikelihood(ILatentAttrition model, PurchaseHistories histories)
    {
        var sum = 0.0;
        for (var i = 0; i < histories.Count; i++)
            sum += histories.Weight[i] * model.LogLikelihood(histories[i]);
        return sum;
    }

    /// <summary>Customers expected with 0, 1, … repeat purchases, the last value holding that many or more.</summary>
    /// <param name="histories">Whose T count.</param>
    /// <param name="censorAt">Index of the last value.</param>
    /// <param name="probabilities">T ↦ P(X(T) = x) for x below <paramref name="censorAt"/>.</param>
    public static IReadOnlyList<double> ExpectedFrequencies(
        PurchaseHistories histories, int censorAt, Func<double, double[]> probabilities)
    {
        Require.Positive(censorAt);
        var weights = new double[histories.DistinctT.Count];
        for (var i = 0; i < histories.Count; i++)
            weights[histories.DistinctT[i]] += histories.Weight[i];

        var expected = new double[censorAt + 1];
        for (var i = 0; i < weights.Length; i++)
        {
            var below = probabilities(histories.DistinctT.Values[i]);
            for (var x = 0; x < censorAt; x++)
                expected[x] += weights[i] * below[x];
        }

        expected[censorAt] = Math.Max(0, histories.TotalWeight - expected.Sum());
        return expected;
    }
}
