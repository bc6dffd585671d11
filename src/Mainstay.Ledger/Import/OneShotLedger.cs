using Mainstay.DuckDb;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Import.Facts;
using Mainstay.Ledger.Purchases;
using Mainstay.Ledger.Refunds;
using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Import;

/// <summary>
/// Order files read into memory for one analysis: the relations of a ledger, without a ledger. Without an order id each
/// row is an order.
/// </summary>
public sealed class OneShotLedger : IDisposable
{
    private OneShotLedger(DuckDbConnection connection, IReadOnlyList<StagedFile> files, OneShotCurrencies currencies) =>
        (Connection, Files, Currency, RowsWithoutRate, Refused) =
            (connection, files, currencies.Business, currencies.RowsWithoutRate, currencies.WithoutRate);

    /// <summary>
    /// Where current_order_lines, current_refunds, current_customers, current_memberships and purchase_days can be read.
    /// </summary>
    public DuckDbConnection Connection { get; }

    /// <summary>What was read, file by file.</summary>
    public IReadOnlyList<StagedFile> Files { get; }

    /// <summary>Currency of every amount: the business's, or the files' own where the business has set none.</summary>
    public string Currency { get; }

    /// <summary>Rows in a currency without an exchange rate: they are in staged_rejects and count nowhere.</summary>
    public long RowsWithoutRate { get; }

    /// <summary>Rows by currency without an exchange rate.</summary>
    public IReadOnlyDictionary<string, long> Refused { get; }

    /// <summary>True when rows name their orders, so that several rows may be one order.</summary>
    public bool HasOrderIds => Files.Any(file => file.HasOrderIds);

    /// <summary>Rows that could not be understood, or not converted.</summary>
    public long Rejected => Files.Sum(file => file.Rejected) + RowsWithoutRate;

    /// <summary>Reads the files and lays the relations over them.</summary>
    /// <exception cref="ImportException">A file cannot be read, or not in one way only.</exception>
    public static async Task<OneShotLedger> OpenAsync(
        IReadOnlyList<string> files, ReadOptions options, BusinessSettings settings,
        IProgress<ImportProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var connection = new DuckDbConnection("Data Source=:memory:");
        try
        {
            connection.Open();
            var staged = await StageAsync(connection, files, options, settings, progress, cancellationToken);
            var currencies = OneShotCurrencies.Of(staged, settings);
            LayRelations(connection, staged, currencies);
            var sql = new SqlSession(connection, cancellationToken);
            RefundMatches.DeriveTemporary(sql);
            PurchaseDays.DeriveTemporary(sql);
            return new OneShotLedger(connection, staged, currencies);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Frees what an analysis needs and its result does not; afterwards there can be no other analysis.</summary>
    public void ForgetDays(CancellationToken cancellationToken) =>
        PurchaseDays.ForgetTemporary(new SqlSession(Connection, cancellationToken));

    /// <inheritdoc/>
    public void Dispose() => Connection.Dispose();

    private static async Task<IReadOnlyList<StagedFile>> StageAsync(
        DuckDbConnection connection, IReadOnlyList<string> files, ReadOptions options, BusinessSettings settings,
        IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            return await OrderFileReader.StageAsync(
                connection, files, options, settings, progress, cancellationToken);
        }
        catch (ImportException refusal) when (options.Kind is null)
        {
            // A file of facts lacks what orders have; what it is says more than what it is not.
            foreach (var file in files)
            {
                if (FactsIn(file) is { } kind)
                    throw new ImportException(new InputProblem(
                        file, FactShapes.Of(kind).Sentence, "a file of orders",
                        "Take it into a workspace, beside the orders: mainstay import."), refusal);
            }

            throw;
        }

        FactFileKind? FactsIn(string file)
        {
            try
            {
                return FactFileReader.Recognise(connection, file, options);
            }
            catch (ImportException)
            {
                return null;
            }
        }
    }

    private static void LayRelations(DuckDbConnection connection, IReadOnlyList<StagedFile> staged, OneShotCurrencies currencies)
    {
        var hasRefunds = staged.Sum(file => file.Refunds) > 0;
        if (currencies.NeedsConversion)
            WriteRates(connection, currencies);
        Run(connection, currencies.NeedsConversion ? "current_order_lines_converted" : "current_order_lines");
        Run(connection, (hasRefunds, currencies.NeedsConversion) switch
        {
            (false, _) => "no_refund_facts",
            (true, false) => "current_refund_facts",
            (true, true) => "current_refund_facts_converted",
        });
        Run(connection, "staged_details");
        Run(connection, "current_customers");
        Run(connection, "current_memberships");
        if (currencies.RowsWithoutRate > 0)
            Run(connection, "rows_without_rate");
    }

    private static void WriteRates(DuckDbConnection connection, OneShotCurrencies currencies)
    {
        Run(connection, "staged_rates");
        using var rates = connection.CreateAppender("staged_rates");
        foreach (var (code, rate) in currencies.Rates)
        {
            rates.Append(code);
            rates.Append(rate);
            rates.EndRow();
        }
    }

    private static void Run(DuckDbConnection connection, string file)
    {
        using var command = connection.CreateCommand(SqlFile.Beside<OneShotLedger>(file).Text);
        command.ExecuteNonQuery();
    }
}
