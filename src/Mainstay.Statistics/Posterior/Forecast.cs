using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;
using Mainstay.Statistics.Sampling;
using Mainstay.Statistics.Spend;

namespace Mainstay.Statistics.Posterior;

/// <summary>
/// Between which values the future of each customer lies, and that of all: parameters that are not known exactly,
/// customers who are alive or gone, purchases that come or not, and spend that varies. In multiples of the customer's
/// expected mean spend, or in purchases where there is no spend model.
/// </summary>
/// <remarks>
/// Classes of customers are simulated, not customers, and at a few posterior points: no draw is kept per customer.
/// A row's draws are its class's, scaled to its own mean, and weighted by its own P(alive) at each point.
/// </remarks>
public sealed partial class Forecast
{
    // With tens of thousands of distinct histories the parameters are known so well that few points tell all.
    private const int ManyRows = 20_000;
    private const int Points = 64;
    private const int PointsForMany = 16;
    private const int DrawsForMany = 512;

    private readonly PurchaseHistories _histories;
    private readonly FutureOptions _options;
    private readonly IAttritionPosterior _attrition;
    private readonly SpendPosterior? _spend;
    private readonly AliveFuture[] _future;
    private readonly double[] _expected;
    private readonly double[] _scale;
    private readonly double[][] _pAlive;

    private Forecast(
        PurchaseHistories histories, IAttritionPosterior attrition, SpendPosterior? spend, FutureOptions options,
        CancellationToken cancellationToken)
    {
        (_histories, _options, _attrition, _spend) = (histories, options, attrition, spend);
        var mode = attrition.Centre;
        var many = histories.Count > ManyRows;
        options = many ? options with { Draws = Math.Min(options.Draws, DrawsForMany) } : options;
        var points = PointsOf(attrition, spend, many ? PointsForMany : Points);
        _pAlive = Array.ConvertAll(points, point => PAlive(point.Model, histories));
        _future = new AliveFuture[histories.Count];
        (_expected, _scale) = (new double[histories.Count], new double[histories.Count]);

        var (alive, classes) = (PAlive(mode, histories), new FutureClasses(histories));
        options.Expected(mode, histories, _expected);
        var known = SideBySide.Run(
            classes.Histories,
            key => (Future: AliveFuture.Simulate(points, key, options), Mean: options.IfAlive(mode, key)),
            cancellationToken);
        for (var row = 0; row < histories.Count; row++)
        {
            var (future, mean) = known[classes.Of(row)];
            _future[row] = future;
            _scale[row] = alive[row] > 0 && mean > 0 ? _expected[row] / alive[row] / mean : 0;
        }
    }

    /// <summary>Simulates what is needed for every row of <paramref name="histories"/>.</summary>
    /// <param name="histories">The customers.</param>
    /// <param name="attrition">Of the model of repeat buying.</param>
    /// <param name="spend">Of the spend model; null to count purchases.</param>
    /// <param name="options">Discount, horizon, level.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="ArgumentException">A posterior is not reliable: its intervals would mislead.</exception>
    public static Forecast Of(
        PurchaseHistories histories, IAttritionPosterior attrition, SpendPosterior? spend, FutureOptions options,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(histories);
        ArgumentNullException.ThrowIfNull(attrition);
        ArgumentNullException.ThrowIfNull(options);
        options.Check();
        if (!attrition.Reliable || spend?.Reliable == false)
            throw new ArgumentException("the posterior's k-hat is above its threshold.", nameof(attrition));
        return new(histories, attrition, spend, options, cancellationToken);
    }

    /// <summary>The central interval of one row's customers, each by itself.</summary>
    public Interval this[int row]
    {
        get
        {
            Span<double> pAlive = stackalloc double[_pAlive.Length];
            Alive(row, pAlive);
            var tail = (1 - _options.Level) / 2;
            var (low, high) = (_future[row].Quantile(pAlive, tail), _future[row].Quantile(pAlive, 1 - tail));
            return new(low * _scale[row], high * _scale[row], _options.Level);
        }
    }

    /// <summary>P(future ≤ value) of one customer of a row; at 0, the probability that nothing more comes.</summary>
    public double Probability(int row, double value)
    {
        Span<double> pAlive = stackalloc double[_pAlive.Length];
        Alive(row, pAlive);
        return _future[row].Probability(pAlive, _scale[row] > 0 ? value / _scale[row] : value > 0 ? double.MaxValue : 0);
    }

    private static FuturePoint[] PointsOf(IAttritionPosterior attrition, SpendPosterior? spend, int count)
    {
        var models = attrition.Models(count);
        if (spend is null)
            return [.. models.Select(model => new FuturePoint(model, null, null))];
        var reference = spend.At(spend.Parameters.Mode);
        var spends = spend.Parameters.Points(count).Select(spend.At).ToArray();

        // Both lists are in the order of their first parameter; the posteriors are independent, so one is shuffled.
        Draw.From(count).Shuffle(spends);
        return [.. models.Zip(spends, (model, of) => new FuturePoint(model, of, reference))];
    }

    private static double[] PAlive(ILatentAttrition model, PurchaseHistories histories)
    {
        var column = new double[histories.Count];
        model.PAlive(histories, column);
        return column;
    }

    private void Alive(int row, Span<double> pAlive)
    {
        for (var k = 0; k < pAlive.Length; k++)
            pAlive[k] = _pAlive[k][row];
    }
}
