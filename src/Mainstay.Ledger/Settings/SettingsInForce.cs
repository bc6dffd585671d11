using System.Data.Common;
using System.Globalization;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Import.Facts;
using Mainstay.Ledger.Purchases;
using Mainstay.Ledger.Refunds;
using Mainstay.Ledger.Schema;

namespace Mainstay.Ledger.Settings;

/// <summary>
/// Keeps what the ledger derives from settings in step with them: days follow the time zone, amounts the currency and
/// its exchange rates. Both are derived again from what the files said, so nothing is lost by changing one's mind.
/// </summary>
public static class SettingsInForce
{
    private const string ZoneName = "time_zone";
    private const string CurrencyName = "currency";
    private const string RatesName = "exchange_rates";

    /// <summary>Differs from every setting.</summary>
    private const string Unknown = "?";

    private static readonly SqlFile LineDays = Of("rederive_line_days");
    private static readonly SqlFile RefundDays = Of("rederive_refund_days");
    private static readonly SqlFile LineMoney = Of("rederive_line_money");
    private static readonly SqlFile RefundMoney = Of("rederive_refund_money");
    private static readonly SqlFile FactMoney = Of("rederive_fact_money");
    private static readonly SqlFile WithoutRate = Of("currencies_without_rate");

    /// <summary>Brings the ledger in step with the settings; costs nothing when it is. True when figures changed.</summary>
    /// <exception cref="MistakeException">The ledger holds a currency that has no exchange rate.</exception>
    public static async Task<bool> AlignAsync(
        LedgerDatabase ledger, BusinessSettings settings, CancellationToken cancellationToken = default)
    {
        using var connection = ledger.Connect();
        return await ledger.ChangeAsync(connection, importNumber: null, async transaction =>
        {
            var effective = await WithLedgerCurrencyAsync(connection, settings, cancellationToken);
            var changed = await AlignAsync(connection, effective, cancellationToken);
            if (changed)
                await LedgerInfo.RaiseVersionAsync(connection, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return changed;
        }, cancellationToken);
    }

    /// <summary>
    /// Sets one value in the workspace and brings its ledger in step, or does neither. An analysis made before counts
    /// as old afterwards, whichever setting it was.
    /// </summary>
    public static async Task<BusinessSettings> SetAsync(
        Workspace workspace, LedgerDatabase ledger, string name, string value, CancellationToken cancellationToken = default)
    {
        using var connection = ledger.Connect();
        return await ledger.ChangeAsync(connection, importNumber: null, async transaction =>
        {
            var change = workspace.SettingsFile.Change(name, value);
            var effective = await WithLedgerCurrencyAsync(connection, change.Settings, cancellationToken);
            await AlignAsync(connection, effective, cancellationToken);
            await LedgerInfo.RaiseVersionAsync(connection, cancellationToken);
            await workspace.SettingsFile.SaveAfterAsync(change, () => transaction.CommitAsync(cancellationToken));
            return change.Settings;
        }, cancellationToken);
    }

    /// <summary>The settings with the currency the ledger has adopted, where the file names none.</summary>
    public static async Task<BusinessSettings> WithLedgerCurrencyAsync(
        DbConnection connection, BusinessSettings settings, CancellationToken cancellationToken = default) =>
        settings.Currency == Currencies.None
            ? settings with { Currency = await LedgerInfo.ReadAsync(connection, CurrencyName, cancellationToken) ?? Currencies.None }
            : settings;

    /// <summary>As the public method, in the caller's transaction; leaves the temporary table exchange_rates filled.</summary>
    internal static async Task<bool> AlignAsync(
        DbConnection connection, BusinessSettings settings, CancellationToken cancellationToken)
    {
        await ExchangeRates.FillAsync(connection, settings);
        var rates = string.Join(' ', settings.ExchangeRates.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value}")));
        var daysMoved = await ReplaceAsync(connection, ZoneName, settings.TimeZone, cancellationToken);
        var moneyMoved = await ReplaceAsync(connection, CurrencyName, settings.Currency, cancellationToken)
            | await ReplaceAsync(connection, RatesName, rates, cancellationToken);
        if (daysMoved)
            await RederiveAsync(connection, new { zone = settings.TimeZone }, [LineDays, RefundDays], cancellationToken);
        if (moneyMoved)
        {
            await RefuseMissingRateAsync(connection, settings, cancellationToken);
            await RederiveAsync(connection, new { currency = settings.Currency }, [LineMoney, RefundMoney, FactMoney], cancellationToken);
        }

        if (!daysMoved && !moneyMoved)
            return false;
        await TouchedCustomers.PrepareAsync(connection);
        var sql = new SqlSession(connection, cancellationToken);
        ProductCosts.Derive(sql);
        RefundMatches.DeriveAll(sql);
        PurchaseDays.DeriveAll(sql);
        return true;
    }

    /// <summary>Forgets what the derived columns rest on, so that the next <c>AlignAsync</c> derives them all again.</summary>
    internal static async Task ForgetAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        foreach (var name in (string[])[ZoneName, RatesName])
            await LedgerInfo.WriteAsync(connection, name, Unknown, cancellationToken);
    }

    /// <summary>Writes a value; true when the ledger had another one before, so that something must follow it.</summary>
    private static async Task<bool> ReplaceAsync(
        DbConnection connection, string name, string value, CancellationToken cancellationToken)
    {
        var before = await LedgerInfo.ReadAsync(connection, name, cancellationToken);
        if (before == value)
            return false;
        await LedgerInfo.WriteAsync(connection, name, value, cancellationToken);
        return before is not null;
    }

    private static async Task RederiveAsync(
        DbConnection connection, object arguments, SqlFile[] statements, CancellationToken cancellationToken)
    {
        foreach (var statement in statements)
            await connection.ExecuteAsync(statement, arguments, cancellationToken);
    }

    private static async Task RefuseMissingRateAsync(
        DbConnection connection, BusinessSettings settings, CancellationToken cancellationToken)
    {
        var missing = await connection.QueryAsync<string>(
            WithoutRate, new { currency = settings.Currency }, cancellationToken);
        if (missing.Count == 0)
            return;
        var list = string.Join(", ", missing);
        throw new MistakeException(
            $"The ledger holds amounts in {list}, which have no exchange rate to {settings.Currency}.", "exchange_rates", list,
            $"a rate to {settings.Currency} for each", $"Set it first: mainstay settings set exchange_rates.{missing[0]} RATE");
    }

    private static SqlFile Of(string name) => SqlFile.Beside(typeof(SettingsInForce), name);
}
