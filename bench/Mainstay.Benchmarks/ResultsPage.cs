using System.Text;
using static System.FormattableString;

namespace Mainstay.Benchmarks;

/// <summary>The figures as committed text.</summary>
internal sealed record ResultsPage(string Log, long Customers, double Load, int Runs)
{
    public required IReadOnlyList<(string What, Measurement Cost)> Commands { get; init; }

    private long Rows => File.ReadLines(Log).LongCount() - 1;

    private long Megabytes => new FileInfo(Log).Length / 1_000_000;

    public string Text()
    {
        var page = new StringBuilder(Invariant(
            $"""
            # First light

            {Machine.Processor}, {Environment.ProcessorCount} cores, .NET {Environment.Version},
            {TimeProvider.System.GetUtcNow():yyyy-MM-dd}; load {Load:0.0} at the start.
            The log has {Customers:N0} customers, {Rows:N0} rows and {Megabytes:N0} MB.
            Cheapest of {Runs} runs; CPU seconds are user and system time of a whole process, its start included.

            | what | CPU s | ratio to the bare engine | wall s | peak MB |
            |---|---|---|---|---|

            """));
        var yardstick = Commands[0].Cost.CpuSeconds;
        foreach (var (what, cost) in Commands)
        {
            page.Append(Invariant($"| {what} | {cost.CpuSeconds:0.00} | {cost.CpuSeconds / yardstick:0.00} "));
            page.Append(Invariant($"| {cost.WallSeconds:0.00} | {cost.PeakMegabytes:0} |\n"));
        }

        page.Append("\nThe mathematics alone: [models](models.md).\n");
        return page.ToString();
    }
}
