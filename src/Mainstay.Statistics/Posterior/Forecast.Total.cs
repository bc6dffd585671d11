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
        var (sums, weights) = Drawn(prices.ToArray(), squares, Draw.From(_options.Seed));
        if (losses.ContainsAnyExcept(0))
        {
            // The same draw of the parameters moves both sums; what is left of chance in each is its own.
            var (cost, _) = Drawn(losses.ToArray(), lossSquares, Draw.From(_options.Seed + 1));
            for (var draw = 0; draw < sums.Length; draw++)
                sums[draw] -= cost[draw];
        }

        return WeightedQuantile.Central(sums, weights, _options.Level);
    }

    /// <summary>Draws of a sum of amounts that are all of one sign, and their weights.</summary>
    private (double[] Sums, double[] Weights) Drawn(double[] prices, ReadOnlySpan<double> squares, Random random)
    {
        var draws = _attrition.OverDraws(model => Sum(model, prices));
        var (means, weights) = (draws.Values.ToArray(), draws.Weights.ToArray());
        if (_spend is not null)
            Multiply(means, weights, prices);

        var variance = PredictiveVariance(squares);
        for (var draw = 0; draw < means.Length; draw++)
        {
            // Positive and skewed like the values it sums, and normal where they are many.
            var shape = means[draw] * means[draw] / variance;
            if (double.IsFinite(shape) && shape > 0)
                means[draw] *= Draw.GammaRate(random, shape, shape);
        }

        return (means, weights);
    }

    private double Sum(ILatentAttrition model, double[] prices)
    {
        var expected = new double[_histories.Count];
        _options.Expected(model, _histories, expected);
        var sum = 0.0;
        for (var row = 0; row < expected.Length; row++)
            sum += expected[row] * prices[row];
        return Math.Max(sum, 1e-300);
    }

    /// <summary>What all spend on average is uncertain too: draws of it, relative to the mode, times the means.</summary>
    private void Multiply(double[] means, double[] weights, double[] prices)
    {
        var (parameters, spend) = (_spend!.Parameters, _spend);
        var reference = spend.At(parameters.Mode);
        var ratios = parameters.OverDraws(theta =>
        {
            var (point, sum, total) = (spend.At(theta), 0.0, 0.0);
            for (var row = 0; row < prices.Length; row++)
            {
                var value = prices[row] * _expected[row];
                total += value;
                sum += value * new FuturePoint(null!, point, reference).SpendRatio(_histories.X[row]);
            }

            return total > 0 ? sum / total : 1;
        });
        var all = 0.0;
        for (var draw = 0; draw < means.Length; draw++)
        {
            means[draw] *= ratios[draw];
            weights[draw] *= parameters.Smoothing.Weights[draw];
            all += weights[draw];
        }

        for (var draw = 0; draw < weights.Length; draw++)
            weights[draw] /= all;
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
