using System.Globalization;
using System.Text;
using System.Text.Json;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Engines.Postgres.Distribution;
using Mainstay.Ledger.Import;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;
using Mainstay.Lifecycle;
using Mainstay.Worth;

namespace Mainstay.Tests.Engines;

/// <summary>A ledger on three servers: the answers of a file, and no order line leaves its server for them.</summary>
[Collection("Both engines")]
public sealed class SpreadAnalysisTests
{
    private const int Customers = 60;
    private const int Lines = 12_000;
    private const int Days = 90;
    private static readonly DateOnly s_opening = new(2024, 1, 1);
    private static readonly BusinessSettings s_settings = new() { Currency = "EUR" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answers_are_those_of_a_file_and_only_customers_and_days_reach_the_coordinator()
    {
        var folder = Directory.CreateTempSubdirectory("mainstay-spread").FullName;
        var orders = WriteOrders(folder);
        string[] parts = [PostgresServer.SharedPart(1).NewDatabase(), PostgresServer.SharedPart(2).NewDatabase()];
        using var spread = await LedgerDatabase.OpenAsync(
            LedgerAddress.Parse(PostgresServer.Shared.NewDatabase()), Token);
        await LedgerDistribution.Over(spread, parts).RunAsync(progress: null, Token);
        using var file = await LedgerDatabase.OpenInMemoryAsync(Token);
        await ImportAsync(file, orders);
        await ImportAsync(spread, orders);
        Directory.Delete(folder, recursive: true);

        foreach (var part in (int[])[1, 2])
            PostgresServer.SharedPart(part).Execute(
                DatabaseOf(parts[part - 1]), "create extension pg_stat_statements; select pg_stat_statements_reset()");
        var (expected, actual) = (await AnalyseAsync(file), await AnalyseAsync(spread));
        var fetched = Enumerable.Range(1, 2).Sum(part => Fetched(part, parts[part - 1]));

        Agreement.CheckJson(Json(expected), Json(actual));
        Agreement.CheckCsv(await CsvAsync(file, expected), await CsvAsync(spread, actual));
        Assert.InRange(fetched, Customers, Lines / 4);
        LookBack(spread);
        Assert.All([1, 2], part => Assert.Empty(UngroupedFetches(part, parts[part - 1])));
    }

    /// <summary>Reads what a test of models reads where a sample stands for the many customers.</summary>
    private static void LookBack(LedgerDatabase ledger)
    {
        using var connection = ledger.Connect();
        var sql = new SqlSession(connection, Token);
        sql.Create("sampled_customers", "customer_id uuid");
        sql.Materialize(
            "cutoff_history", SqlFile.Beside(typeof(CutoffHistories), "cutoff_history"),
            ("cutoff", s_opening.AddDays(Days / 2)), ("as_of", s_opening.AddDays(Days)), ("everyone", false));
    }

    /// <summary>Few customers with very many orders, some refunded, some cancelled, some of nobody's.</summary>
    private static string WriteOrders(string folder)
    {
        var random = new Random(20241122);
        var text = new StringBuilder("order id,customer,date,amount,cost,cancelled\n");
        for (var i = 0; i < Lines; i++)
        {
            var day = s_opening.AddDays(random.Next(Days));
            var customer = random.Next(50) == 0 ? "" : $"c{random.Next(Customers)}";
            var amount = random.Next(40) == 0 ? -random.Next(1, 9) : random.Next(1, 900) / 10m;
            text.Append(CultureInfo.InvariantCulture, $"O{i},{customer},{day:yyyy-MM-dd},{amount},")
                .Append(random.Next(3) == 0 ? "" : "0.5").Append(',')
                .Append(random.Next(60) == 0 ? day.AddDays(3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "")
                .Append('\n');
        }

        var path = Path.Combine(folder, "orders.csv");
        File.WriteAllText(path, text.ToString());
        return path;
    }

    private static async Task ImportAsync(LedgerDatabase ledger, string path)
    {
        using var staging = ledger.ConnectForStaging();
        await FileImport.CommitAsync(
            ledger, staging, path, new ReadOptions(), s_settings, TimeProvider.System, progress: null, Token);
    }

    private static async Task<Snapshot> AnalyseAsync(LedgerDatabase ledger)
    {
        using var snapshots = new SnapshotStore(ledger);
        return await snapshots.GetOrCreateAsync(new AnalysisRequest { Settings = s_settings }, Token);
    }

    private static async Task<string> CsvAsync(LedgerDatabase ledger, Snapshot snapshot)
    {
        using var stream = new MemoryStream();
        await new SnapshotCustomers(ledger).WriteCsvAsync(snapshot, new(), stream, Token);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Rows that a server gave to the coordinator since the count began.</summary>
    private static long Fetched(int part, string address) => (long)PostgresServer.SharedPart(part).Scalar(
        DatabaseOf(address),
        "select cast(coalesce(sum(rows), 0) as bigint) from pg_stat_statements where query ilike 'fetch %'")!;

    /// <summary>Questions to a server about single order lines, refunds or days, answered row by row.</summary>
    private static string[] UngroupedFetches(int part, string address)
    {
        var queries = PostgresServer.SharedPart(part).Scalar(
            DatabaseOf(address),
            """
            select string_agg(query, E'\n') from pg_stat_statements
            where query ilike 'declare %' and query !~* 'group by'
              and query ~ 'FROM public\.(order_lines|refunds|refund_matches|purchase_days)\M'
            """);
        return queries is string found ? found.Split('\n') : [];
    }

    private static string DatabaseOf(string address) => address[(address.LastIndexOf('/') + 1)..];

    private static string Json(Snapshot snapshot) =>
        JsonSerializer.Serialize(snapshot.Document, AnalysisJson.Default.AnalysisDocument);
}
