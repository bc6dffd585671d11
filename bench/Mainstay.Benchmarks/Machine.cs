using System.Globalization;

namespace Mainstay.Benchmarks;

/// <summary>What the figures were taken on.</summary>
internal static class Machine
{
    public static string Processor =>
        File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal))
            .Split(':')[1].Trim();

    /// <summary>Runnable processes over the last minute; above the cores, wall times mean little.</summary>
    public static double Load =>
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
}
