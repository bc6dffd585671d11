using System.Numerics;
using System.Runtime.CompilerServices;
using Mainstay.Statistics.Special;
using static System.Math;

namespace Mainstay.Statistics.Attrition;

// The likelihood alone at thousands of parameters, as a posterior asks for it: several θ side by side in one vector, so
// that every row costs one exponential and one logarithm for all of them, and its pairs are looked up once.
internal sealed partial class ParetoNbdLikelihood
{
    // Its weights cost about as much as one parameter vector.
    private const int WorthAGrid = 8;

    private static readonly int s_lanes = Vector<double>.Count;

    public double Value(ReadOnlySpan<double> theta)
    {
        Span<double> value = stackalloc double[1];
        Values(theta, value);
        return value[0];
    }

    public void Values(ReadOnlySpan<double> thetas, Span<double> values)
    {
        var parameters = new ParetoNbdParameters[values.Length];
        for (var i = 0; i < parameters.Length; i++)
            parameters[i] = Natural(thetas.Slice(i * N, N));
        foreach (var alike in Enumerable.Range(0, parameters.Length).GroupBy(i => Shift(parameters[i])))
        {
            var chosen = alike.ToArray();
            var many = chosen.Length >= WorthAGrid;
            var (leaving, buying) = many ? (RaceGrid.Of(_leaving, alike.Key), RaceGrid.Of(_buying, alike.Key)) : default;
            foreach (var draws in chosen.Chunk(s_lanes))
                ValuesOf(draws, Array.ConvertAll(draws, draw => parameters[draw]), leaving, buying, values);
        }
    }

    private void ValuesOf(
        int[] draws, ParetoNbdParameters[] parameters, RaceGrid? leaving, RaceGrid? buying, Span<double> values)
    {
        var either = Either(Logs(_leaving, leaving, parameters), Logs(_buying, buying, parameters));
        for (var lane = 0; lane < draws.Length; lane++)
            values[draws[lane]] = Bought(parameters[lane]) + either[lane];
    }

    /// <summary>ln F of every pair, the parameters side by side.</summary>
    private static double[] Logs(RaceTable table, RaceGrid? grid, ParetoNbdParameters[] parameters)
    {
        var logs = new double[table.X.Length * s_lanes];
        for (var lane = 0; lane < parameters.Length; lane++)
        {
            if (grid is null)
                Scatter(new RaceSide(table, parameters[lane], derivatives: false).Logs, logs, lane);
            else
                grid.Take(parameters[lane], lane);
        }

        grid?.Spread(parameters, logs);
        return logs;
    }

    /// <summary>The power of 2 below α and β: parameters that share it share the weights of a grid.</summary>
    private static double Shift(in ParetoNbdParameters p) => ScaleB(1, ILogB(Min(p.Alpha, p.Beta)));

    private static void Scatter(double[] logs, double[] lanes, int lane)
    {
        for (var pair = 0; pair < logs.Length; pair++)
            lanes[(pair * s_lanes) + lane] = logs[pair];
    }

    private double Bought(in ParetoNbdParameters p)
    {
        var (lnGamma, logAlpha, value) = (Gamma.Log(p.R), Log(p.Alpha), 0.0);
        for (var i = 0; i < _x.Length; i++)
            value += _weightOfX[i] * (Gamma.Log(p.R + _x[i]) - lnGamma - (_x[i] * logAlpha));
        return value;
    }

    /// <summary>Σ w·ln(U + V), a vector of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private Vector<double> Either(double[] U, double[] V)
    {
        var (sum, floor) = (Vector<double>.Zero, new Vector<double>(-700));
        for (var i = 0; i < _weight.Length; i++)
        {
            var (u, v) = (new Vector<double>(U, _left[i] * s_lanes), new Vector<double>(V, _buys[i] * s_lanes));
            var e = Vector.Exp(Vector.Max(-Vector.Abs(u - v), floor));
            sum += new Vector<double>(_weight[i]) * (Vector.Max(u, v) + Vector.Log(Vector<double>.One + e));
        }

        return sum;
    }
}
