using System.Text;
using Mainstay.DuckDb;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Import;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Import.Facts;
using Mainstay.Ledger.Purchases;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;
using Mainstay.Lifecycle;
using Mainstay.Worth;
using Mainstay.Worth.Lifetime;
using Mainstay.Worth.Losing;
using Mainstay.Worth.Tiers;

namespace Mainstay.Tests.Engines;

/// <summary>
/// <see cref="OrderFiles"/> in a ledger on one engine, and a session on which every table stands that some statement
/// reads: what the steps of an analysis leave, and a file on its way in.
/// </summary>
internal sealed class FilledLedger : IDisposable
{
    public static readonly Guid SnapshotId = Guid.Parse("018f0000-0000-7000-8000-000000000001");

    public static readonly DateOnly AsOf = new(2024, 6, 20);

    /// <summary>A day before <see cref="AsOf"/> with purchases on both sides.</summary>
    public static readonly DateOnly Cutoff = new(2024, 3, 31);

    /// <summary>The fingerprint below which a customer is in the sample: of about half of them.</summary>
    public const string SampleBelow = "80000000";

    private static readonly string[] s_staged =
        ["staged_rows", "staged_lines", "staged_customers", "staged_rejects", "staged_facts"];

    private FilledLedger(LedgerDatabase database) => Database = database;

    public LedgerDatabase Database { get; }

    public required ILedgerEngine Engine { get; init; }

    public required SqlSession Session { get; init; }

    /// <summary>The ledger's analysis, kept under the same id by both engines.</summary>
    public required Snapshot Snapshot { get; init; }

    /// <summary>The analysis run step by step on <see cref="Session"/>.</summary>
    public required AnalysisDocument Document { get; init; }

    /// <summary>The customers of <see cref="Document"/>, as a file.</summary>
    public required string Csv { get; init; }

    public static BusinessSettings Settings { get; } = new()
    {
        BusinessName = "Both",
        Currency = "GBP",
        TimeZone = "Europe/London",
        MarginRate = 0.35m,
        ExchangeRates = new Dictionary<string, decimal> { ["EUR"] = 0.86m, ["USD"] = 0.7913m },
    };

    private static AnalysisRequest Request { get; } = new() { AsOf = AsOf, Settings = Settings, KnowsCosts = true };

    private static CancellationToken Token => CancellationToken.None;

    public static async Task<FilledLedger> OpenAsync(
        LedgerAddress address, IReadOnlyList<string> files, IReadOnlyList<string> facts,
        (string Orders, string Facts) pending)
    {
        var database = await LedgerDatabase.OpenAsync(address, Token);
        await ImportAsync(database, files, facts);
        using var store = new SnapshotStore(database);
        var snapshot = await store.GetOrCreateAsync(Request, Token) with { Id = SnapshotId };
        var session = new SqlSession(database.Connect(), Token);
        foreach (var table in (string[])["snapshots", "customer_snapshots", "cost_snapshots"])
            session.Execute($"update {table} set snapshot_id = $id", ("id", SnapshotId));
        var document = CustomerAnalysis.Run(session, Request, Token);
        session.Materialize(
            "product_history", PurchaseHistoryTables.Histories, ("as_of", AsOf), ("margin_rate", Settings.MarginRate));
        var csv = await CsvAsync(session);
        LookBack(session);
        FollowWorth(session);
        await StageAsync(database, session, pending);
        return new(database)
        {
            Engine = LedgerEngine.Of(session.Connection),
            Session = session,
            Snapshot = snapshot,
            Document = document,
            Csv = csv,
        };
    }

    public void Dispose()
    {
        Session.Connection.Dispose();
        Database.Dispose();
    }

    private static async Task ImportAsync(
        LedgerDatabase database, IReadOnlyList<string> files, IReadOnlyList<string> facts)
    {
        var clock = new FixedClock(new(2024, 7, 1, 12, 0, 0, TimeSpan.Zero));
        using var staging = database.ConnectForStaging();
        foreach (var file in files.Concat(facts))
        {
            var done = await FileImport.CommitAsync(database, staging, file, new(), Settings, clock, null, Token);
            Assert.True(
                done.Report.Rejected == 0,
                $"{file}: {string.Join("; ", done.File.FirstRejects.Select(row => row.Reason))}");
        }

        await ImportLog.UndoAsync(database, files.Count, clock, Token);
    }

    private static async Task<string> CsvAsync(SqlSession session)
    {
        using var stream = new MemoryStream();
        await CustomerCsv.WriteAsync(session.Connection, stream, Settings.Currency, Token);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task StageAsync(
        LedgerDatabase database, SqlSession session, (string Orders, string Facts) pending)
    {
        using var memory = session.Connection is DuckDbConnection ? null : database.ConnectForStaging();
        var staging = memory ?? (DuckDbConnection)session.Connection;
        await OrderFileReader.StageAsync(staging, pending.Orders, new(), Settings, cancellationToken: Token);
        new SqlSession(staging, Token).Execute(SqlFile.Beside<OneShotLedger>("staged_details"));
        await FactFileReader.StageAsync(
            staging, pending.Facts, FactFileKind.Activities, new(), Settings, cancellationToken: Token);
        if (memory is not null)
            Copy(new SqlSession(staging, Token), session);
        session.Create("staged_rates", "currency varchar, rate decimal(18,9)");
        session.Execute("insert into staged_rates values ('EUR', 0.86), ('GBP', 1), ('', 1)");
        session.Create("staged_durations",
            "row_number bigint, duration varchar, event varchar, entry varchar, group_name varchar");
        session.Execute(
            "insert into staged_durations values (2, '6', '1', '', 'a'), (3, '6', '1', '', 'a'), (4, '7', '', '', '')");
        session.Execute(SqlFile.Beside(typeof(PurchaseDays), "plain_days"));
        FollowImport(session);
        FollowFacts(session);
        FollowUndo(session);
    }

    private static void Copy(SqlSession staging, SqlSession session)
    {
        foreach (var table in s_staged.Append("staged_details"))
        {
            using var command = staging.Connection.CreateCommand();
            command.CommandText = $"select * from {table}";
            using var rows = LedgerEngine.Of(staging.Connection).ReadColumns(command, Token);
            session.Keep(table, rows);
        }
    }

    /// <summary>What a test of models leaves between statements.</summary>
    private static void LookBack(SqlSession session)
    {
        session.Materialize(
            "sampled_customers", SqlFile.Beside<CustomerSample>("sampled_customers"), ("below", SampleBelow));
        session.Materialize(
            "cutoff_history", SqlFile.Beside(typeof(CutoffHistories), "cutoff_history"),
            ("cutoff", Cutoff), ("as_of", AsOf), ("everyone", true));
    }

    /// <summary>What the questions of worth leave between statements.</summary>
    private static void FollowWorth(SqlSession session)
    {
        session.Materialize(
            "losing_customers", SqlFile.Beside<LosersReport>("losing_customers"),
            ("snapshot_id", SnapshotId), ("count", null));
        session.Materialize(
            "listed_customers", SqlFile.Beside<ClvReport>("customer_values"),
            ("snapshot_id", SnapshotId), ("key", null), ("count", null));
        session.Materialize(
            "acquisition_flows", SqlFile.Beside<ClvReport>("acquisition_flows"),
            ("as_of", AsOf), ("margin_rate", Settings.MarginRate), ("force", 0.00026));
        session.Create("chosen_keys", "key varchar");
        session.Execute("insert into chosen_keys values ('Zoë'), ('ärger'), ('b-1'), ('nobody at all')");
        session.Materialize(
            "chosen_customers", SqlFile.Beside<WhatIfReport>("chosen_customers"),
            ("snapshot_id", SnapshotId), ("tier", "losing"), ("by_key", true), ("as_of", AsOf));
        session.Materialize(
            "tier_inputs", SqlFile.Beside<TierCertainty>("tier_inputs"),
            ("snapshot_id", SnapshotId), ("as_of", AsOf), ("margin_rate", Settings.MarginRate));
        session.Create(
            "tier_cases",
            "case_number bigint, weight double precision, margin_off double precision, cost_off double precision");
        session.Execute("insert into tier_cases values (-1, 0, 0, 0), (0, 0.4, -0.1, 0.2), (1, 0.6, 0.05, -0.15)");
        session.Materialize(
            "tier_case_boundaries", SqlFile.Beside<TierCertainty>("tier_case_boundaries"),
            ("gold_fraction", 0.95), ("strong_fraction", 0.84), ("steady_fraction", 0.56), ("gold_least", null),
            ("strong_least", null), ("steady_least", null), ("below", SampleBelow));
        session.Materialize("tier_probabilities", SqlFile.Beside<TierCertainty>("tier_probabilities"));
        session.Materialize(
            "tiers_a_period_ago",
            "select customer_id, case when tier = 'thin' then 'losing' else tier end as tier from tier_probabilities");
        session.Materialize(
            "tiers_two_periods_ago", "select customer_id, tier from tier_probabilities where tier <> 'gold'");
    }

    /// <summary>What an import leaves between statements; the dollar has no rate, the euro a new one.</summary>
    private static void FollowImport(SqlSession session)
    {
        session.Create("exchange_rates", "currency varchar, rate decimal(18,8)");
        session.Execute("insert into exchange_rates values ('EUR', 0.9), ('PLN', 0.2)");
        session.Create("refused_rows", "row_number bigint, reason varchar");
        session.Execute(Commit("refuse_rows"), ("currency", Settings.Currency), ("today", OrderFiles.LastDay));
        session.Materialize(
            "keyed_rows", Commit("name_rows"), ("source", "orders"), ("currency", Settings.Currency));
        session.Materialize("incoming_keys", Commit("list_row_keys"));
        session.Materialize("known_rows", Commit("find_known_rows"));
        session.Materialize("incoming", Commit("compare_rows"));
        session.Materialize("updated_rows", Commit("find_updated_rows"));
    }

    /// <summary>What an import of facts leaves between statements, and what a change to their orders leaves.</summary>
    private static void FollowFacts(SqlSession session)
    {
        session.Materialize("keyed_facts", Facts("name_facts"), ("currency", Settings.Currency));
        session.Materialize("fact_people", Facts("list_people"));
        session.Materialize("asked_people", Facts("ask_people"));
        session.Materialize("known_people", Facts("find_people"));
        session.Materialize("fact_owners", Facts("match_people"));
        session.Materialize("asked_orders", Facts("ask_orders"));
        session.Materialize("known_orders", Facts("find_orders"));
        session.Materialize("asked_facts", Facts("list_fact_ids"));
        session.Materialize("known_facts", Facts("find_known_facts"));
        session.Materialize("incoming_facts", Facts("compare_facts"));
        session.Materialize("updated_facts", Facts("find_updated_facts"));
        session.Execute("update facts set customer_id = null where identity_id is null and name = 'packing'");
        session.Execute("update order_lines set cost = null where line_cost is null and sku = 'CUP'");
        session.Materialize("moved_facts", Facts("moved_facts"));
        session.Materialize("recosted_lines", Facts("recosted_lines"));
    }

    /// <summary>As if of every corrected row the first version stood again.</summary>
    private static void FollowUndo(SqlSession session)
    {
        session.Materialize(
            "touched_customers", "select distinct customer_id from identities where import_number = 4");
        session.Materialize(
            "winners",
            """
            select   row_key, min(import_number) as version_number
            from     (select line_id as row_key, import_number from order_lines
                      union all select refund_id, import_number from refunds
                      union all select fact_id, import_number - 1 from facts
                      union all select fact_id, import_number from facts) as version
            group by row_key having count(*) > 1
            """);
    }

    private static SqlFile Facts(string name) => SqlFile.Beside(typeof(FactFileReader), name);

    private static SqlFile Commit(string name) => SqlFile.Beside(typeof(OrderImport), name);

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
