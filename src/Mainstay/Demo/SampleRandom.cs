using System.Numerics;

namespace Mainstay.Demo;

/// <summary>
/// xoshiro256** (Blackman and Vigna, 2018) started by SplitMix64 from a seed and a stream number, so that every
/// customer and every order has a sequence of its own and can be drawn again alone. Ours rather than
/// System.Random because its integers are fixed by a published algorithm on every platform and version.
/// Mutable: one instance per thread.
/// </summary>
internal sealed class SampleRandom
{
    private ulong _s0, _s1, _s2, _s3;

    /// <summary>Starts the sequence of one step of one stream of a seed.</summary>
    public SampleRandom Restart(ulong seed, ulong stream, ulong step)
    {
        unchecked
        {
            var state = Mixed(Mixed(Mixed(seed) + stream) + step);
            _s0 = Next(ref state);
            _s1 = Next(ref state);
            _s2 = Next(ref state);
            _s3 = Next(ref state);
        }

        return this;
    }

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double Uniform() => (Bits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>True with the given probability.</summary>
    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>Uniform in <paramref name="from"/>, …, <paramref name="to"/>, both included.</summary>
    public int Between(int from, int to) => from + (int)(Uniform() * (to - from + 1));

    /// <summary>Index drawn in proportion to <paramref name="weights"/>, which sum to 1.</summary>
    public int Pick(ReadOnlySpan<double> weights)
    {
        var left = Uniform();
        for (var i = 0; i < weights.Length - 1; i++)
        {
            if ((left -= weights[i]) < 0)
                return i;
        }

        return weights.Length - 1;
    }

    /// <summary>Exponential with mean 1.</summary>
    public double Exponential() => -Math.Log(1 - Uniform());

    /// <summary>Gamma with the given shape and rate 1 (Marsaglia and Tsang, 2000).</summary>
    public double Gamma(double shape)
    {
        if (shape < 1)
            return Gamma(shape + 1) * Math.Pow(1 - Uniform(), 1 / shape);
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = Normal();
            var root = 1 + c * normal;
            var v = root * root * root;
            if (v > 0 && Math.Log(1 - Uniform()) < 0.5 * normal * normal + d - d * v + d * Math.Log(v))
                return d * v;
        }
    }

    /// <summary>Beta(<paramref name="a"/>, <paramref name="b"/>).</summary>
    public double Beta(double a, double b)
    {
        var x = Gamma(a);
        return x / (x + Gamma(b));
    }

    private double Normal() => Math.Sqrt(2 * Exponential()) * Math.Cos(2 * Math.PI * Uniform());

    private ulong Bits()
    {
        unchecked
        {
            var result = BitOperations.RotateLeft(_s1 * 5, 7) * 9;
            var t = _s1 << 17;
            _s2 ^= _s0;
            _s3 ^= _s1;
            _s1 ^= _s2;
            _s0 ^= _s3;
            _s2 ^= t;
            _s3 = BitOperations.RotateLeft(_s3, 45);
            return result;
        }
    }

    private static ulong Mixed(ulong value) => Next(ref value);

    private static ulong Next(ref ulong state)
    {
        unchecked
        {
            var z = state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
