using System.Text;
using System.Text.Json;
using Mainstay.Worth;
using Mainstay.Worth.Ladder;
using Mainstay.Worth.Losing;

namespace Mainstay.Tests.Engines;

/// <summary>What a person is told, from the same ledger on both engines.</summary>
[Collection("Both engines")]
public sealed class SameAnswersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_whole_analysis_is_the_same()
    {
        var both = await SameLedger.OpenAsync();
        Agreement.CheckJson(Json(both.DuckDb.Document), Json(both.Postgres.Document));
        Agreement.CheckJson(Json(both.DuckDb.Snapshot.Document), Json(both.Postgres.Snapshot.Document));
        Agreement.CheckJson(Json(both.DuckDb.Document), Json(both.DuckDb.Snapshot.Document));
        Assert.NotEmpty(both.DuckDb.Document.Tiers);
        Assert.True(both.DuckDb.Document.Quality.Unassigned.Orders > 0);
        Assert.True(both.DuckDb.Document.Quality.UnlinkedRefunds.Refunds > 0);
        Assert.True(both.DuckDb.Document.Quality.RowsAfterAsOf > 0);
    }

    [Fact]
    public async Task Every_answer_of_worth_is_the_same()
    {
        var both = await SameLedger.OpenAsync();
        var (expected, actual) = (await WorthAsync(both.DuckDb), await WorthAsync(both.Postgres));
        foreach (var (name, json) in expected)
        {
            Assert.True(json.Length > 300, $"{name} says nothing");
            Agreement.CheckJson(json, actual[name]);
        }
    }

    /// <summary>What worth answers, by question, as JSON.</summary>
    private static async Task<Dictionary<string, string>> WorthAsync(FilledLedger ledger)
    {
        var (reports, snapshot) = (new WorthReports(ledger.Database), ledger.Snapshot);
        var json = WorthJson.Readable;
        var whole = new LadderRequest { ByCustomer = true, Period = "quarter" };
        var asked = new WhatIfRequest { Action = WhatIfAction.SelfService, Amount = 0.5m, LeaveProbability = 0.1m };
        return new(StringComparer.Ordinal)
        {
            ["costs"] = JsonSerializer.Serialize(
                await reports.CostsAsync(FilledLedger.Settings, snapshot.AsOf, Token), json.CostsDocument),
            ["ladder"] = JsonSerializer.Serialize(
                await reports.LadderAsync(snapshot, whole, Token), json.LadderDocument),
            ["clv"] = JsonSerializer.Serialize(await reports.ClvAsync(snapshot, null, Token), json.ClvDocument),
            ["tiers"] = JsonSerializer.Serialize(await reports.TiersAsync(snapshot, null, Token), json.TiersDocument),
            ["losers"] = JsonSerializer.Serialize(
                await reports.LosersAsync(snapshot, null, Token), json.LosersDocument),
            ["what-if"] = JsonSerializer.Serialize(
                await reports.WhatIfAsync(snapshot, asked, Token), json.WhatIfDocument),
        };
    }

    [Fact]
    public async Task The_file_of_all_customers_is_the_same()
    {
        var both = await SameLedger.OpenAsync();
        Agreement.CheckCsv(both.DuckDb.Csv, both.Postgres.Csv);
        Agreement.CheckCsv(await CsvAsync(both.DuckDb), await CsvAsync(both.Postgres));

        static async Task<string> CsvAsync(FilledLedger ledger)
        {
            using var stream = new MemoryStream();
            await new SnapshotCustomers(ledger.Database).WriteCsvAsync(ledger.Snapshot, new(), stream, Token);
            return Encoding.UTF8.GetString(stream.ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task The_list_of_customers_is_the_same_in_every_order(string sort)
    {
        var both = await SameLedger.OpenAsync();
        foreach (var descending in (bool[])[true, false])
        {
            CustomerListRequest[] requests =
            [
                new() { Sort = sort, Descending = descending, Count = 1_000 },
                new() { Sort = sort, Descending = descending, Count = 20, Offset = 7, Stage = "repeat_customer" },
                new() { Sort = sort, Descending = descending, Count = 20, Search = "ÄR" },
            ];
            foreach (var request in requests)
            {
                var expected = await ListAsync(both.DuckDb, request);
                Assert.True(expected.Total > 0, $"nobody matches {request}");
                Agreement.CheckJson(Json(expected), Json(await ListAsync(both.Postgres, request)));
            }
        }
    }

    [Fact]
    public async Task Everybody_is_found_and_explained_alike()
    {
        var both = await SameLedger.OpenAsync();
        var (one, other) = (new SnapshotCustomers(both.DuckDb.Database), new SnapshotCustomers(both.Postgres.Database));
        foreach (var key in (string[])["Zoë", "ärger", "b-1", "B 2", "guest@example.com", "nobody"])
        {
            Assert.Equal(
                await one.FindAsync(both.DuckDb.Snapshot, key, Token) is null,
                await other.FindAsync(both.Postgres.Snapshot, key, Token) is null);
            var expected = await one.ExplainAsync(both.DuckDb.Snapshot, key, Token);
            var actual = await other.ExplainAsync(both.Postgres.Snapshot, key, Token);
            Agreement.CheckJson(Json(expected), Json(actual));
        }
    }

    public static TheoryData<string> Sorts => [.. CustomerListRequest.SortColumns];

    private static Task<CustomerPage> ListAsync(FilledLedger ledger, CustomerListRequest request) =>
        new SnapshotCustomers(ledger.Database).ListAsync(ledger.Snapshot, request, Token);

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, typeof(T), AnalysisJson.Default);
}
