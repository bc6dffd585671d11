using System.Collections.ObjectModel;
using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Survival;

/// <summary>
/// The score test of γ = 0 in β + γ·g(t) at the fitted β: U = Σ g·(z − z̄), and its variance the information about γ
/// that is left when β is estimated too: Σg²V − (ΣgV)(ΣV)⁻¹(ΣgV).
/// </summary>
internal sealed class ProportionalHazardsScore
{
    private readonly double[] _score;
    private readonly double[] _once;
    private readonly double[] _squared;
    private readonly double[] _plain;
    private readonly int _p;

    private ProportionalHazardsScore(int p)
    {
        _p = p;
        _score = new double[p];
        (_plain, _once, _squared) = (new double[p * p], new double[p * p], new double[p * p]);
    }

    /// <summary>The tests; null when time or covariates leave nothing to test.</summary>
    public static ProportionalHazards? Test(
        SurvivalTimes times, Standardised z, CoxLikelihood likelihood, double[] theta, TimeTransform transform,
        IReadOnlyList<string> names)
    {
        var clock = Clock(times, transform);
        var sums = new ProportionalHazardsScore(theta.Length);
        for (var i = 0; i < times.Count; i++)
        {
            for (var j = 0; times.Cause[i] > 0 && j < theta.Length; j++)
                sums._score[j] += times.Weight[i] * clock[times.Time[i]] * z.Values[(i * theta.Length) + j];
        }

        likelihood.Walk(theta, step => sums.Add(step, clock[step.Time]));
        return sums.Solve(names);
    }

    private void Add(CoxStep step, double g)
    {
        for (var j = 0; j < _p; j++)
        {
            _score[j] -= step.Weight * g * step.Mean[j];
            for (var k = j; k < _p; k++)
            {
                var (at, mirror, v) = ((j * _p) + k, (k * _p) + j, step.Weight * step.Variance[(j * _p) + k]);
                _plain[at] = _plain[mirror] = _plain[at] + v;
                _once[at] = _once[mirror] = _once[at] + (g * v);
                _squared[at] = _squared[mirror] = _squared[at] + (g * g * v);
            }
        }
    }

    private ProportionalHazards? Solve(IReadOnlyList<string> names)
    {
        if (_p == 0 || Symmetric.Inverse(_plain, _p) is not { } inverse)
            return null;
        var left = (double[])_squared.Clone();
        for (var k = 0; k < _p; k++)
        {
            var through = Symmetric.Times(inverse, _once.AsSpan(k * _p, _p));
            for (var j = 0; j < _p; j++)
                left[(j * _p) + k] -= Symmetric.Times(_once, through)[j];
        }

        var (overall, rank) = Symmetric.Quadratic(_score, left);
        var tests = new OrderedDictionary<string, ChiSquaredTest>(StringComparer.Ordinal);
        for (var j = 0; j < _p; j++)
        {
            var variance = left[(j * _p) + j];
            if (variance <= 1e-12 * _squared[(j * _p) + j])
                return null;
            tests.Add(names[j], new(_score[j] * _score[j] / variance, 1));
        }

        return new(new ReadOnlyDictionary<string, ChiSquaredTest>(tests), new(overall, rank));
    }

    /// <summary>g at each event time, around its mean, which changes nothing but keeps digits.</summary>
    private static Dictionary<double, double> Clock(SurvivalTimes times, TimeTransform transform)
    {
        var table = RiskTable.Of(times);
        var least = table.Time.FirstOrDefault(time => time > 0, 1);
        var (clock, survival, mean) = (new Dictionary<double, double>(), 1.0, 0.0);
        for (var row = 0; row < table.Count; row++)
        {
            var events = table.EventsAt(row);
            if (events == 0)
                continue;
            clock[table.Time[row]] = transform switch
            {
                TimeTransform.Identity => table.Time[row],
                TimeTransform.Logarithm => Log(Max(least, table.Time[row])),
                _ => 1 - survival,
            };
            mean += events / times.Events * clock[table.Time[row]];
            survival *= 1 - (events / table.AtRisk[row]);
        }

        return clock.ToDictionary(pair => pair.Key, pair => pair.Value - mean);
    }
}
