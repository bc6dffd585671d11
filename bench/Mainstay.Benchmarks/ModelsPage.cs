using System.Diagnostics;
using System.Globalization;
using System.Text;
using static System.FormattableString;

namespace Mainstay.Benchmarks;

/// <summary>Fits, posteriors and predictions for a million customers, against one yardstick of the same run.</summary>
internal static class ModelsPage
{
    private const int Customers = 1_000_000;

    private static readonly Line[] s_lines =
    [
        new("naive-likelihood", "the yardstick: one BG/NBD likelihood, customer by customer"),
        new("fit-nbd", "fit NBD"),
        new("fit-bg-nbd", "fit BG/NBD", "0.3", "10.4 / 81 / 17.1 (diverged)"),
        new("fit-mbg-nbd", "fit MBG/NBD", "0.3", "– / 43 / –"),
        new("fit-pareto-nbd", "fit Pareto/NBD", "3", "205 / > 540 / 19.4"),
        new("fit-mbg-cnbd-k", "fit MBG/CNBD-k, k chosen"),
        new("fit-bg-cnbd-k", "fit BG/CNBD-k, k chosen"),
        new("fit-gamma-gamma", "fit Gamma-Gamma", "0.3", "2.1 / 12.9 / 4.2"),
        new("posterior-bg-nbd", "posterior of BG/NBD, 4,000 draws", "12"),
        new("posterior-mbg-nbd", "posterior of MBG/NBD, 4,000 draws", "12"),
        new("posterior-pareto-nbd", "posterior of Pareto/NBD, 4,000 draws", "12"),
        new("posterior-gamma-gamma", "posterior of Gamma-Gamma, 4,000 draws"),
        new("naive-prediction", "P(alive) and a year's purchases, 100,000 customers one by one"),
        new("predict-bg-nbd", "the same for all million, BG/NBD", "0.3", "0.47 / 3.2 / 3.6"),
        new("predict-mbg-nbd", "the same for all million, MBG/NBD", "0.3"),
        new("predict-pareto-nbd", "the same for all million, Pareto/NBD", "0.3", "0.55 / – / 3.8"),
        new("dert-bg-nbd", "all discounted purchases, BG/NBD"),
        new("dert-mbg-nbd", "all discounted purchases, MBG/NBD"),
        new("dert-pareto-nbd", "all discounted purchases, Pareto/NBD"),
        new("forecast", "futures for 90 % intervals of residual value, BG/NBD with spend"),
        new("intervals", "an interval for everybody"),
        new("interval-of-total", "the interval of the total"),
    ];

    public static int Run(string resultsFolder)
    {
        var load = Machine.Load;
        var timings = Timings(SimulatedLog.Ensure(Customers));
        var page = new StringBuilder(Invariant(
            $"""
            # Models

            {Machine.Processor}, {Environment.ProcessorCount} cores, .NET {Environment.Version},
            {TimeProvider.System.GetUtcNow():yyyy-MM-dd}; load {load:0.0} at the start.
            {timings["customers"][0]:N0} simulated customers, {timings["distinct-rows"][0]:N0} distinct histories,
            {timings["repeat-buyers"][0]:N0} who came back. CPU seconds within one process, reading the log left out.
            The first call includes compiling the code; the ratio is that of the second. Packages: CPU seconds that
            lifetimes / BTYD and BTYDplus / CLVTools took for a log drawn from the same parameters, on another day and
            another machine: for orientation only.

            | what | first call | again | ratio to the yardstick | bar | packages |
            |---|---|---|---|---|---|

            """));
        var yardstick = timings[s_lines[0].Name][1];
        foreach (var (name, what, bar, packages) in s_lines)
        {
            var cost = timings[name];
            page.Append(Invariant($"| {what} | {cost[0]:0.00} | {cost[1]:0.00} | {cost[1] / yardstick:0.00} "));
            page.Append(Invariant($"| {(bar.Length > 0 ? "≤ " + bar : "")} | {packages} |\n"));
        }

        File.WriteAllText(Path.Combine(resultsFolder, "models.md"), page.ToString());
        Console.Write(page);
        return 0;
    }

    private static Dictionary<string, double[]> Timings(string log)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Mainstay.Benchmarks"), ["models", log])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(Invariant($"The models ended with {process.ExitCode}."));
        return lines.Select(line => line.Split(' ')).ToDictionary(
            words => words[0],
            words => words[1..].Select(word => double.Parse(word, CultureInfo.InvariantCulture)).ToArray(),
            StringComparer.Ordinal);
    }

    private sealed record Line(string Name, string What, string Bar = "", string Packages = "");
}
