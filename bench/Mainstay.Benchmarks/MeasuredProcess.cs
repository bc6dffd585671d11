using System.Diagnostics;
using System.Globalization;

namespace Mainstay.Benchmarks;

/// <summary>
/// Runs a command and reads its cost from /proc while it lives: the last look is at most a few milliseconds old.
/// Linux only, where the published ratios are taken.
/// </summary>
internal static class MeasuredProcess
{
    private const double TicksPerSecond = 100;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(4);

    /// <summary>The cheapest of <paramref name="runs"/>: noise only ever adds.</summary>
    public static Measurement Best(int runs, string program, params string[] arguments) =>
        Enumerable.Range(0, runs).Select(_ => Once(program, arguments)).MinBy(run => run.CpuSeconds)!;

    public static Measurement Once(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        var talk = process.StandardError.ReadToEndAsync();
        var (cpu, peak) = (0.0, 0.0);
        while (!process.WaitForExit(Look))
            (cpu, peak) = (Math.Max(cpu, Cpu(process.Id)), Math.Max(peak, Peak(process.Id)));
        var wall = watch.Elapsed.TotalSeconds;
        output.Wait();
        if (process.ExitCode is not (0 or 1))
            throw new InvalidOperationException($"{arguments[0]} ended with {process.ExitCode}: {talk.Result}");
        return new Measurement(cpu, wall, peak);
    }

    private static double Cpu(int process)
    {
        var fields = Read(process, "stat")?.Split(") ")[^1].Split(' ');
        return fields is { Length: > 12 } ? (Number(fields[11]) + Number(fields[12])) / TicksPerSecond : 0;
    }

    private static double Peak(int process)
    {
        var line = Read(process, "status")?.Split('\n')
            .FirstOrDefault(line => line.StartsWith("VmHWM", StringComparison.Ordinal));
        return line is null ? 0 : Number(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) / 1024;
    }

    private static string? Read(int process, string file)
    {
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process}/{file}"));
        }
        catch (IOException)
        {
            return null;   // it has just ended
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
