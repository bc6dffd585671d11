using Mainstay.Demo;
using static System.FormattableString;

namespace Mainstay.Benchmarks;

/// <summary>
/// The bars of the first version: a million customers from file to file against the bare engine, a shop with order
/// lines and costs, and a small file's wall time. The mathematics alone: <see cref="ModelsPage"/>.
/// </summary>
internal static class FirstLight
{
    private const int Customers = 1_000_000, ShopCustomers = 100_000, Runs = 3, SmallRuns = 5;

    public static int Run()
    {
        var load = Machine.Load;
        var log = SimulatedLog.Ensure(Customers);
        var scratch = Path.GetDirectoryName(log)!;
        var commands = new List<(string, Measurement)>();
        void Measure(string what, int runs, string program, params string[] arguments)
        {
            commands.Add((what, MeasuredProcess.Best(runs, program, arguments)));
            Console.Error.WriteLine(Invariant($"{what}: {commands[^1].Item2}"));
        }

        Measure("the bare engine: read, group by customer and day, write", Runs,
            Self, "bare-engine", log, Path.Combine(scratch, "bare.csv"));
        Measure("`analyze FILE --format csv`, everything", Runs,
            "dotnet", Program, "analyze", log, "--format", "csv");
        Measure(Invariant($"the same for the sample shop, {ShopCustomers:N0} customers with lines, costs, refunds"), 1,
            "dotnet", [Program, "analyze", .. Shop(scratch), "--format", "csv"]);
        if (File.Exists(Cdnow))
            Measure("`analyze` on the CDNOW sample, 2,357 customers", SmallRuns, "dotnet", Program, "analyze", Cdnow);

        var results = Path.Combine(Root, "bench", "results", "first-light.md");
        Directory.CreateDirectory(Path.GetDirectoryName(results)!);
        var page = new ResultsPage(log, Customers, load, Runs) { Commands = commands };
        File.WriteAllText(results, page.Text());
        Console.WriteLine(results);
        return 0;
    }

    private static string Root { get; } = FindRoot();

    /// <summary>What the launcher runs; <c>./mainstay version</c> makes it.</summary>
    internal static string Program => Path.Combine(Root, "artifacts", "run", "Mainstay.Cli.dll");

    /// <summary>This program as an executable of its own, however it was started.</summary>
    private static string Self => Path.Combine(AppContext.BaseDirectory, "Mainstay.Benchmarks");

    private static string Cdnow => Path.Combine(
        Environment.GetEnvironmentVariable("MAINSTAY_DATA") ?? Path.Combine(Root, "..", "shared", "data"),
        "cdnow_sample.csv");

    private static IReadOnlyList<string> Shop(string scratch)
    {
        var options = new SampleOptions { Customers = ShopCustomers, EndDay = new DateOnly(2026, 10, 31) };
        return SampleBusiness.Generate(options, Path.Combine(scratch, "shop")).Paths;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Mainstay.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("Run it from within the repository.");
        return folder.FullName;
    }
}
