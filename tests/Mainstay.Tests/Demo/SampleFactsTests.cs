using System.Globalization;
using Mainstay.Demo;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Schema;

namespace Mainstay.Tests.Demo;

/// <summary>What the sample shop knows beside its orders.</summary>
public sealed class SampleFactsTests : IDisposable
{
    private static readonly SampleOptions Options = new() { EndDay = new(2026, 10, 31), Customers = 600 };

    private readonly string _folder = Directory.CreateTempSubdirectory("mainstay-sample-facts").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_same_options_give_the_same_bytes_and_another_seed_does_not()
    {
        var first = Contents("first", Options);

        Assert.Equal(first, Contents("again", Options));
        Assert.NotEqual(first, Contents("other", Options with { Seed = 2 }));
    }

    [Fact]
    public async Task Every_file_is_recognised_and_taken_in_whole_and_invents_nobody()
    {
        using var ledger = await LedgerDatabase.OpenInMemoryAsync();
        await ImportAsync(ledger, SampleBusiness.Generate(Options, Path.Combine(_folder, "orders")).Paths);
        var customers = await CountAsync(ledger, "select count(*) from current_customers");

        var facts = await ImportAsync(ledger, SampleBusiness.GenerateFacts(Options, Path.Combine(_folder, "facts")));

        string[] kinds =
            ["pools", "activity_times", "activities", "order_costs", "acquisition_spend", "referrals", "exceptions"];
        var listed = await ImportLog.ListAsync(ledger);
        Assert.Equal(kinds, listed.Take(facts.Count).Reverse().Select(import => import.Kind));
        Assert.All(
            facts, import => Assert.True(import.Report is { Rejected: 0, Created: > 0 }, import.Report.FileName));
        Assert.Equal(customers, await CountAsync(ledger, "select count(*) from current_customers"));
        Assert.Equal(0, await CountAsync(ledger, "select count(*) from current_activities where customer_id is null"));
        Assert.Equal(0, await CountAsync(
            ledger, "select count(*) from current_order_costs where order_id not in (select order_id from orders)"));
    }

    [Fact]
    public void No_pool_works_more_than_it_can_and_none_is_idle()
    {
        var paths = SampleBusiness.GenerateFacts(Options, Path.Combine(_folder, "facts"));
        decimal Column(int file, int column) => File.ReadLines(paths[file]).Skip(1)
            .Select(row => row.Split(',')[column]).Where(text => text.Length > 0)
            .Sum(text => decimal.Parse(text, CultureInfo.InvariantCulture));
        var unitTimes = File.ReadLines(paths[1]).Skip(1).Select(row => row.Split(','))
            .ToDictionary(cells => cells[0], cells => decimal.Parse(cells[2], CultureInfo.InvariantCulture));
        var byUnitTime = File.ReadLines(paths[2]).Skip(1).Select(row => row.Split(','))
            .Sum(cells => cells[4].Length == 0 ? unitTimes[cells[1]] : 0);

        Assert.InRange((Column(2, 4) + byUnitTime) / Column(0, 2), .15m, .85m);
    }

    private string Contents(string folder, SampleOptions options) => string.Join(
        '\n', SampleBusiness.GenerateFacts(options, Path.Combine(_folder, folder)).Select(File.ReadAllText));

    private static async Task<IReadOnlyList<FileImport>> ImportAsync(LedgerDatabase ledger, IReadOnlyList<string> paths)
    {
        var imports = new List<FileImport>();
        foreach (var path in paths)
        {
            using var staging = ledger.ConnectForStaging();
            imports.Add(await FileImport.CommitAsync(
                ledger, staging, path, new(), SampleBusiness.Settings, TimeProvider.System, null,
                CancellationToken.None));
        }

        return imports;
    }

    private static async Task<long> CountAsync(LedgerDatabase ledger, string query)
    {
        using var connection = ledger.Connect();
        return await connection.ScalarAsync<long>(query);
    }
}
