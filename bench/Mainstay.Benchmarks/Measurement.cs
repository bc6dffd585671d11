namespace Mainstay.Benchmarks;

/// <summary>What one run of a process cost.</summary>
/// <param name="CpuSeconds">User and system time of all its threads.</param>
/// <param name="WallSeconds">From start to end.</param>
/// <param name="PeakMegabytes">Largest resident memory.</param>
internal sealed record Measurement(double CpuSeconds, double WallSeconds, double PeakMegabytes);
