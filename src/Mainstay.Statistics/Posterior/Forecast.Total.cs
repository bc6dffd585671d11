using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Sampling;

namespace Mainstay.Statistics.Posterior;

// The sum over all customers. What is open about the parameters moves all of them together; what is open about each
// customer evens out: the first is taken over all draws of the posterior, the second by its variance.
public sealed partial class Forecast
{
    /// <summary>The central interval of the sum over all customers, all of whom bring something.</summary>
    /// <param name="prices">Per row what one expected purchase is worth, summed over its customers; 0 or more.</param>
    /// <param name="squares">Per row the squares of the same, summed over its customers.</param>
    /// <exception cref="ArgumentException">Lengths differ from the rows.</exception>
    public Interval Total(ReadOnlySpan<double> prices, ReadOnlySpan<double> squares)
    {
        var none = new double[_histories.Count];
        return Total(prices, squares, none, none);
    }

    /// <summary>The central interval of the sum over customers of whom some bring and some cost.</summary>
    /// <param name="prices">Per row what one expected purchase brings, summed over those who bring something.</param>
    /// <param name="squares">Per row the squares of the same, summed over these customers.</param>
    /// <param name="losses">Per row what one expected purchase costs, summed over those who cost; 0 or more.</param>
    /// <param name="lossSquares">Per row the squares of the same, summed over these customers.</param>
    /// <exception cref="ArgumentException">Lengths differ from the rows.</exception>
    public Interval Total(
        ReadOnlySpan<double> prices, ReadOnlySpan<double> squares, ReadOnlySpan<double> losses,
        ReadOnlySpan<double> lossSquares)
    {
        Require.SameLength(prices.Length, _histories.Count, nameof(prices));
        Require.SameLength(squares.Length, _histories.Count, nameof(squares));
        Require.SameLength(losses.Length, _histories.Count, nameof(losses));
        Require.SameLength(lossSquares.Length, _histories.Count, nameof(lossSquares));
        double[][] amounts = losses.ContainsAnyExcept(0) ? [prices.ToArray(), losses.ToArray()] : [prices.ToArray()];
        var (sums, weights) = Means(amounts);
        AddChance(sums[0], squares, Draw.From(_options.Seed));
        if (sums.Length > 1)
        {
            // The same draw of the parameters moves both sums; what is left of chance in each is its own.
            AddChance(sums[1], lossSquares, Draw.From(_options.Seed + 1));
            for (var draw = 0; draw < weights.Length; draw++)
                sums[0][draw] -= sums[1][draw];
        }

        return WeightedQuantile.Central(sums[0], weights, _options.Level);
    }

    /// <summary>Draws of what sums of amounts come to on average, one array per sum, and their weights.</summary>
    private (double[][] Sums, double[] Weights) Means(double[][] amounts)
    {
        var draws = _attrition.OverDraws(model => Sums(model, amounts));
        var sums = draws.Select(draw => draw.Values.ToArray()).ToArray();
        var weights = draws[0].Weights.ToArray();
        if (_spend is not null)
            Multiply(sums, weights, amounts);
        return (sums, weights);
    }

    /// <summary>Positive and skewed like the values a sum is made of, and normal where they are many.</summary>
    private void AddChance(double[] means, ReadOnlySpan<double> squares, Random random)
    {
        var variance = PredictiveVariance(squares);
        for (var draw = 0; draw < means.Length; draw++)
        {
            var shape = means[draw] * means[draw] / variance;
            if (double.IsFinite(shape) && shape > 0)
                means[draw] *= Draw.GammaRate(random, shape, shape);
        }
    }

    private double[] Sums(ILatentAttrition model, double[][] amounts)
    {
        var expected = new double[_histories.Count];
        _options.Expected(model, _histories, expected);
        return [.. amounts.Select(amount => Math.Max(Product(expected, amount), 1e-300))];
    }

    private static double Product(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        var sum = 0.0;
        for (var i = 0; i < one.Length; i++)
            sum += one[i] * other[i];
        return sum;
    }

    /// <summary>What all spend on average is uncertain too: draws of it, relative to the mode, times the means.</summary>
    private void Multiply(double[][] means, double[] weights, double[][] amounts)
    {
        var (parameters, spend, classes) = (_spend!.Parameters, _spend, DistinctColumn.Of(_histories.X));
        var reference = spend.At(parameters.Mode);
        var shares = amounts.Select(amount => ByFrequency(amount, classes)).ToList();
        var ratios = parameters.OverDraws(theta =>
        {
            var point = new FuturePoint(null!, spend.At(theta), reference);
            return [.. shares.Select(share => Mean(share, classes, point))];
        });
        var all = 0.0;
        for (var draw = 0; draw < weights.Length; draw++)
        {
            for (var sum = 0; sum < means.Length; sum++)
                means[sum][draw] *= ratios[sum][draw];
            weights[draw] *= parameters.Smoothing.Weights[draw];
            all += weights[draw];
        }

        for (var draw = 0; draw < weights.Length; draw++)
            weights[draw] /= all;
    }

    /// <summary>Expected amounts by number of purchases, all that a spend model asks about a row.</summary>
    private double[] ByFrequency(double[] amounts, DistinctColumn frequencies)
    {
        var sums = new double[frequencies.Count];
        for (var row = 0; row < amounts.Length; row++)
            sums[frequencies[row]] += amounts[row] * _expected[row];
        return sums;
    }

    /// <summary>The mean spend ratio of a point, weighted by amounts of each frequency.</summary>
    private static double Mean(double[] amounts, DistinctColumn frequencies, FuturePoint point)
    {
        var (sum, total) = (0.0, 0.0);
        for (var at = 0; at < amounts.Length; at++)
        {
            total += amounts[at];
            sum += amounts[at] * point.SpendRatio(frequencies.Values[at]);
        }

        return total > 0 ? sum / total : 1;
    }

    private double PredictiveVariance(ReadOnlySpan<double> squares)
    {
        var sum = 0.0;
        var meanSquares = new Dictionary<AliveFuture, double>(ReferenceEqualityComparer.Instance);
        for (var row = 0; row < squares.Length; row++)
        {
            var future = _future[row];
            if (!meanSquares.TryGetValue(future, out var meanSquare))
                meanSquares.Add(future, meanSquare = future.MeanSquare);
            var alive = 0.0;
            foreach (var column in _pAlive)
                alive += column[row] / _pAlive.Length;
            var mean = alive * future.Mean;
            sum += squares[row] * _scale[row] * _scale[row] * Math.Max(0, (alive * meanSquare) - (mean * mean));
        }

        return sum;
    }
}
