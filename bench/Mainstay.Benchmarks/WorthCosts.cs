using System.Diagnostics;
using System.Text;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;
using Mainstay.Worth;
using Mainstay.Worth.Losing;
using static System.FormattableString;

namespace Mainstay.Benchmarks;

/// <summary>
/// What worth costs a million customers with three million activities, beside the same ledger with orders alone; and
/// how long a what-if takes at a hundred thousand.
/// </summary>
internal static class WorthCosts
{
    private const int Many = 1_000_000, Some = 100_000, Questions = 5;

    private static readonly string[] s_recompute = ["worth", "clv", "--limit", "1", "--format", "csv"];

    public static async Task<int> RunAsync(string resultsFolder)
    {
        var load = Machine.Load;
        var log = SimulatedLog.Ensure(Many);
        var facts = SimulatedWork.Ensure(log);
        var rows = new List<(string What, Measurement Cost)>();
        using (var orders = new BenchWorkspace())
        {
            orders.Run("import", log);
            rows.Add(("recomputing worth, orders alone", orders.Run(s_recompute)));
        }

        using (var all = new BenchWorkspace())
        {
            all.Run("import", log);
            rows.Add(("importing the activities", all.Run(["import", .. facts])));
            rows.Add(("recomputing worth, with activities", all.Run(s_recompute)));
            rows.Add(("asking again", all.Run(s_recompute)));
            rows.Add(("tiers: certainty and movement", all.Run("worth", "tiers", "--format", "csv")));
        }

        var page = Page(load, rows, await WhatIfsAsync());
        await File.WriteAllTextAsync(Path.Combine(resultsFolder, "worth.md"), page);
        Console.Write(page);
        return 0;
    }

    private static async Task<List<(string Action, double Milliseconds)>> WhatIfsAsync()
    {
        var log = SimulatedLog.Ensure(Some);
        using var workspace = new BenchWorkspace();
        workspace.Run(["import", log, .. SimulatedWork.Ensure(log)]);
        using var ledger = await LedgerDatabase.OpenAsync(workspace.Ledger);
        using var store = new SnapshotStore(ledger);
        var snapshot = await store.GetOrCreateAsync(new() { Settings = new BusinessSettings() }, default);
        var (reports, took) = (new WorthReports(ledger), new List<(string, double)>());
        foreach (var action in WhatIfAction.All)
        {
            var best = double.MaxValue;
            for (var question = 0; question < Questions; question++)
            {
                var watch = Stopwatch.StartNew();
                await reports.WhatIfAsync(
                    snapshot, new() { Action = action, LeaveProbability = 0.1m, MinimumOrder = 25 }, default);
                best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
            }

            took.Add((action, best));
        }

        return took;
    }

    private static string Page(
        double load, List<(string What, Measurement Cost)> rows, List<(string Action, double Milliseconds)> whatIfs)
    {
        var page = new StringBuilder(Invariant(
            $"""
            # Worth

            {Machine.Processor}, {Environment.ProcessorCount} cores, .NET {Environment.Version},
            {TimeProvider.System.GetUtcNow():yyyy-MM-dd}; load {load:0.0} at the start. {Many:N0} customers,
            2.8 million orders, three million activities, embedded engine. One run; CPU seconds of a whole process,
            its start included.

            | what | CPU s | ratio to orders alone | wall s | peak MB |
            |---|---|---|---|---|

            """));
        foreach (var (what, cost) in rows)
        {
            var ratio = cost.CpuSeconds / rows[0].Cost.CpuSeconds;
            page.Append(Invariant($"| {what} | {cost.CpuSeconds:0.0} | {ratio:0.00} "));
            page.Append(Invariant($"| {cost.WallSeconds:0.0} | {cost.PeakMegabytes:0} |\n"));
        }

        page.Append(Invariant($"\nA what-if at {Some:N0} customers, best of {Questions}, by the wall:\n\n"));
        page.Append("| action | ms |\n|---|---|\n");
        foreach (var (action, milliseconds) in whatIfs)
            page.Append(Invariant($"| {action.Replace('_', ' ')} | {milliseconds:0} |\n"));
        return page.ToString();
    }
}
