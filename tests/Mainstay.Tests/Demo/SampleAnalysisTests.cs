using Mainstay.Demo;
using Mainstay.Ledger.Import;
using Mainstay.Worth;

namespace Mainstay.Tests.Demo;

/// <summary>The sample business through the ordinary importer and analysis, against plain sums.</summary>
public sealed class SampleAnalysisTests : IDisposable
{
    private static readonly DateOnly EndDay = new(2026, 10, 31);

    private readonly string _folder = Directory.CreateTempSubdirectory("mainstay-sample").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_analysis_agrees_with_plain_sums_over_the_files()
    {
        var files = SampleBusiness.Generate(new SampleOptions { EndDay = EndDay }, _folder);
        var rows = SampleRow.ReadAll(files.Paths);
        using var ledger = await OneShotLedger.OpenAsync(files.Paths, new ReadOptions(), SampleBusiness.Settings);
        var found = await CustomerAnalysis.RunAsync(
            ledger.Connection, new AnalysisRequest { Settings = SampleBusiness.Settings }, CancellationToken.None);

        Assert.Equal(0, ledger.Rejected);
        Assert.Equal("GBP", found.Currency);
        Assert.Equal(EndDay, found.AsOf);
        Assert.Equal(rows.Sum(row => row.Amount), found.NetRevenue);
        Assert.Equal(0, found.Reconciliation.Difference);
        Assert.Equal(
            rows.Where(row => row.Customer.Length == 0).Sum(row => row.Amount), found.Reconciliation.UnassignedTotal);
        Assert.InRange(found.Customers, 3_850, 4_000);
        Assert.InRange(found.Tiers[0].ShareOfProfit!.Value, .45, .70);
        Assert.InRange(found.Tiers[^1].ShareOfCustomers, .08, .20);
        Assert.InRange(found.Whale.Peak!.Value, 1.08, 1.30);
        Assert.InRange(found.Stages.Single(stage => stage.Name == "member").Customers, 300, 800);
        Assert.All(found.States, state => Assert.True(state.Customers > 0, $"Nobody in the sample is {state.Name}."));
    }
}
