using System.Diagnostics;
using System.Text;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Import;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;
using static System.FormattableString;

namespace Mainstay.Benchmarks;

/// <summary>
/// An order file into PostgreSQL, against a bare binary COPY of the rows that came of it into empty tables made alike,
/// on the same server in the same run.
/// </summary>
internal static class SecondEngine
{
    private const int Customers = 360_000;   // a million rows

    /// <summary>The last thing an import reports; purchase days and the commit follow it.</summary>
    private const string Last = "matching refunds";

    private static readonly string[] s_tables = ["order_lines", "identities", "customers", "purchase_days"];

    public static async Task<int> RunAsync(string resultsFolder)
    {
        var load = Machine.Load;
        using var server = new OwnServer();
        var steps = await ImportAsync(server);
        using var connection = server.Connect();
        var bare = s_tables.Select(table => BareTable.Measure(connection, table)).ToArray();
        var page = Page(load, steps, bare);
        await File.WriteAllTextAsync(Path.Combine(resultsFolder, "second-engine.md"), page);
        Console.Write(page);
        return 0;
    }

    private static async Task<List<(string What, double Seconds)>> ImportAsync(OwnServer server)
    {
        var settings = new BusinessSettings { Currency = "USD" };
        using var ledger = await LedgerDatabase.OpenAsync(LedgerAddress.Parse(server.Address));
        using var staging = ledger.ConnectForStaging();
        var clock = new StepClock("reading and checking the file");
        var file = await OrderFileReader.StageAsync(staging, SimulatedLog.Ensure(Customers), new(), settings);
        var options = new ImportOptions { FileName = "orders.csv", RowsRead = file.RowsRead, Settings = settings };
        await OrderImport.CommitAsync(ledger, staging, options, clock);
        return clock.Stop();
    }

    private static string Page(
        double load, List<(string What, double Seconds)> steps, BareTable[] bare)
    {
        var page = new StringBuilder(Invariant(
            $"""
            # Second engine

            {Machine.Processor}, {Environment.ProcessorCount} cores shared by program and server;
            {TimeProvider.System.GetUtcNow():yyyy-MM-dd}; load {load:0.0} at the start. PostgreSQL as installed,
            fsync on. An import of {bare[0].Rows:N0} order lines. One run; seconds by the wall.

            | step of the import | s |
            |---|---|

            """));
        foreach (var (what, seconds) in steps)
            page.Append(Invariant($"| {what} | {seconds:0.0} |\n"));
        page.Append("\n| bare COPY into an empty table | rows | MB | s, same indexes | s, no index |\n");
        page.Append("|---|---|---|---|---|\n");
        foreach (var table in bare)
        {
            page.Append(Invariant($"| {table.Name} | {table.Rows:N0} | {table.Bytes / 1e6:0} "));
            page.Append(Invariant($"| {table.Alike:0.0} | {table.Plain:0.0} |\n"));
        }

        var (whole, copied) = (steps.Sum(step => step.Seconds), bare.Sum(table => table.Alike));
        var stored = steps.Where(step => step.What is "writing" or Last).Sum(step => step.Seconds);
        page.Append(Invariant($"\nOf the speed of a bare COPY of all these rows, with the same indexes: "));
        page.Append(Invariant($"{copied / stored:0%} while rows are written, matched and committed, "));
        page.Append(Invariant($"{copied / whole:0%} by the whole import.\n"));
        return page.ToString();
    }

    /// <summary>Notes when each step of an import began.</summary>
    private sealed class StepClock(string first) : IProgress<string>
    {
        private readonly List<(string What, double Seconds)> _steps = [];
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private string _step = first;

        public void Report(string value)
        {
            _steps.Add((_step, _watch.Elapsed.TotalSeconds));
            _step = value;
            _watch.Restart();
        }

        public List<(string What, double Seconds)> Stop()
        {
            Report("");
            return _steps;
        }
    }
}
