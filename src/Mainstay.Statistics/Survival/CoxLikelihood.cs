using Mainstay.Statistics.Fitting;
using static System.Math;

namespace Mainstay.Statistics.Survival;

/// <summary>
/// Cox's partial log-likelihood in θ, the coefficients of standardised covariates: ℓ = Σ θz − ln Σ w·exp(θz), the
/// inner sum over those at risk. One pass from the last time to the first, with exact derivatives. [C72; E77]
/// </summary>
internal sealed class CoxLikelihood : ILogLikelihood
{
    private readonly SurvivalTimes _times;
    private readonly Standardised _z;
    private readonly CoxOptions _options;
    private readonly int[] _stratum;
    private readonly int[] _byTime;
    private readonly int[] _byEntry;
    private readonly double[] _ofEvents;

    public CoxLikelihood(SurvivalTimes times, Standardised z, int[] stratum, CoxOptions options)
    {
        (_times, _z, _stratum, _options) = (times, z, stratum, options);
        _byTime = Latest(times.Time, stratum);
        _byEntry = Latest(times.Entry, stratum);
        _ofEvents = new double[Parameters];
        for (var i = 0; i < times.Count; i++)
        {
            for (var j = 0; times.Cause[i] > 0 && j < Parameters; j++)
                _ofEvents[j] += times.Weight[i] * Row(i)[j];
        }
    }

    public int Parameters => _z.Kept.Length;

    public double Evaluate(ReadOnlySpan<double> theta, Span<double> gradient, Span<double> hessian)
    {
        var p = Parameters;
        var (value, g, h) = (0.0, (double[])_ofEvents.Clone(), new double[p * p]);
        for (var j = 0; j < p; j++)
            value += theta[j] * g[j];
        Walk(theta, step =>
        {
            value -= step.Weight * step.LogTotal;
            for (var j = 0; j < p; j++)
            {
                g[j] -= step.Weight * step.Mean[j];
                for (var k = j; k < p; k++)
                    h[(j * p) + k] -= step.Weight * step.Variance[(j * p) + k];
            }
        });
        g.CopyTo(gradient);
        for (var j = 0; j < p; j++)
        {
            for (var k = 0; k < p; k++)
                hessian[(j * p) + k] = h[(Min(j, k) * p) + Max(j, k)];
        }

        return double.IsNaN(value) ? double.NegativeInfinity : value;
    }

    /// <summary>Visits every event, stratum by stratum, from the last time to the first.</summary>
    public void Walk(ReadOnlySpan<double> theta, Action<CoxStep> visit)
    {
        var (risk, shift) = Risks(theta);
        var (all, tied, step) = (new CoxSums(Parameters), new CoxSums(Parameters), new CoxStep(Parameters));
        for (var (at, entry) = (0, 0); at < _byTime.Length;)
        {
            var (stratum, time) = (_stratum[_byTime[at]], _times.Time[_byTime[at]]);
            if (at == 0 || _stratum[_byTime[at - 1]] != stratum)
            {
                all.Clear();
                while (entry < _byEntry.Length && _stratum[_byEntry[entry]] != stratum)
                    entry++;
            }

            tied.Clear();
            var (rows, events) = (0, 0.0);
            for (; at < _byTime.Length && _stratum[_byTime[at]] == stratum && _times.Time[_byTime[at]] == time; at++)
            {
                var i = _byTime[at];
                all.Add(risk[i], Row(i));
                if (_times.Cause[i] == 0)
                    continue;
                tied.Add(risk[i], Row(i));
                (rows, events) = (rows + 1, events + _times.Weight[i]);
            }

            for (; entry < _byEntry.Length && IsNotYetIn(_byEntry[entry], stratum, time); entry++)
                all.Remove(risk[_byEntry[entry]], Row(_byEntry[entry]));

            var steps = rows == 0 ? 0 : Steps(rows, events);
            for (var k = 0; k < steps; k++)
            {
                step.Set(stratum, time, events / steps, shift, all, tied, (double)k / steps);
                visit(step);
            }
        }
    }

    private bool IsNotYetIn(int i, int stratum, double time) =>
        _stratum[i] == stratum && _times.Entry[i] > 0 && _times.Entry[i] >= time;

    private int Steps(int rows, double events) => _options switch
    {
        { Ties: CoxTies.Breslow } => 1,
        { Weights: CoxWeights.Importance } => rows,
        _ => (int)Round(events),
    };

    /// <summary>w·exp(θz − shift) by row, where the shift keeps the largest at 1.</summary>
    private (double[] Risk, double Shift) Risks(ReadOnlySpan<double> theta)
    {
        var (risk, shift) = (new double[_times.Count], double.NegativeInfinity);
        for (var i = 0; i < risk.Length; i++)
        {
            var z = Row(i);
            for (var j = 0; j < z.Length; j++)
                risk[i] += theta[j] * z[j];
            shift = Max(shift, risk[i]);
        }

        for (var i = 0; i < risk.Length; i++)
            risk[i] = _times.Weight[i] * Exp(risk[i] - shift);
        return (risk, shift);
    }

    private ReadOnlySpan<double> Row(int i) => _z.Values.AsSpan(i * Parameters, Parameters);

    /// <summary>Rows stratum by stratum, the largest key first.</summary>
    private static int[] Latest(ReadOnlySpan<double> keys, int[] stratum)
    {
        var values = keys.ToArray();
        return [.. Enumerable.Range(0, values.Length).OrderBy(i => stratum[i]).ThenByDescending(i => values[i])];
    }
}
