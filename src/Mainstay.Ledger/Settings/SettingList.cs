using System.Globalization;
using System.Text.Json;

namespace Mainstay.Ledger.Settings;

/// <summary>Every setting, in the order people meet them.</summary>
public static class SettingList
{
    /// <summary>All settings.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("business_name", "Name shown in headings and reports.", "My business", "any text")
        {
            Apply = (json, settings) => settings with { BusinessName = SettingRules.Text("business_name", json) },
            Write = settings => settings.BusinessName,
        },
        new("currency", "Currency every figure is in.", Currencies.None, "an ISO 4217 code such as EUR; XXX means none yet")
        {
            Apply = (json, settings) => settings with { Currency = SettingRules.Currency("currency", json) },
            Write = settings => settings.Currency,
            Parse = text => SettingText.AsString(text.Trim().ToUpperInvariant()),
        },
        new("time_zone", "Decides which calendar day an order falls on.", "UTC", "an IANA time zone such as Europe/Berlin")
        {
            Apply = (json, settings) => settings with { TimeZone = SettingRules.TimeZone("time_zone", json) },
            Write = settings => settings.TimeZone,
        },
        new("week_start", "First day of the business's week.", "monday", "monday … sunday")
        {
            Apply = (json, settings) => settings with { WeekStart = SettingRules.Weekday("week_start", json) },
            Write = settings => settings.WeekStart.ToString().ToLowerInvariant(),
        },
        new("locale", "How numbers and dates are written for people; files and JSON never change.", "en",
            "a language tag such as de-DE")
        {
            Apply = (json, settings) => settings with { Locale = SettingRules.Locale("locale", json) },
            Write = settings => settings.Locale,
        },
        new("discount_rate", "What a year's wait costs: future margin is worth less by this rate.", "0.10",
            "a fraction per year from 0 to 1; 0.10 is ten percent")
        {
            Apply = (json, settings) =>
                settings with { DiscountRate = SettingRules.Fraction("discount_rate", json, least: 0, most: 1) },
            Write = settings => Invariant(settings.DiscountRate),
            Parse = SettingText.AsNumber,
        },
        new("margin_rate", "Contribution margin where an order line's cost is not known.", "0.30 (marked as our default)",
            "a fraction of net revenue from -1 to 1; 0.30 is thirty percent")
        {
            Apply = (json, settings) => settings with
            {
                MarginRate = SettingRules.Fraction("margin_rate", json, least: -1, most: 1),
                MarginRateDeclared = true,
            },
            Write = settings => Invariant(settings.MarginRate),
            Parse = SettingText.AsNumber,
        },
        new("tier_shares", "Shares of customers, best first, at which gold, strong and steady end.", "0.05, 0.16, 0.44",
            "three rising fractions between 0 and 1")
        {
            Apply = (json, settings) => settings with { TierShares = SettingRules.Tiers("tier_shares", json) },
            Write = settings =>
                string.Join(", ", ((decimal[])[settings.TierShares.Gold, settings.TierShares.Strong, settings.TierShares.Steady])
                    .Select(Invariant)),
            Parse = SettingText.AsNumbers,
        },
        new("tier_thresholds", "Smallest margins of gold, strong and steady, instead of shares.", "none",
            "three falling amounts, such as 1000, 200, 20; or none")
        {
            Apply = (json, settings) =>
                settings with { TierThresholds = SettingRules.Thresholds("tier_thresholds", json) },
            Write = settings => settings.TierThresholds is { } least
                ? string.Join(", ", ((decimal[])[least.Gold, least.Strong, least.Steady]).Select(Invariant))
                : SettingRules.None,
            Parse = SettingText.AsNumbers,
        },
        new("tier_period", "How far apart the tiers stand that movement between them compares.", "quarter",
            "month, quarter or year")
        {
            Apply = (json, settings) => settings with
            {
                TierPeriod = SettingRules.OneOf("tier_period", json, "month", "quarter", "year"),
            },
            Write = settings => settings.TierPeriod,
        },
        new("capital_rate", "What a year's wait for money owed costs.", "the discount rate",
            "a fraction per year from 0 to 1; or none")
        {
            Apply = (json, settings) =>
                settings with { CapitalRate = SettingRules.FractionOrNone("capital_rate", json, least: 0, most: 1) },
            Write = settings => settings.CapitalRate is { } rate ? Invariant(rate) : SettingRules.None,
            Parse = SettingText.AsNumber,
        },
        new("cost_per_minute", "Cost of a minute of work where neither pool nor rate says.", "0.50 (marked as our default)",
            "an amount in the business's currency; or none")
        {
            Apply = (json, settings) => settings with
            {
                CostPerMinute = SettingRules.FractionOrNone("cost_per_minute", json, least: 0, most: 1_000_000_000),
            },
            Write = settings => settings.CostPerMinute is { } cost ? Invariant(cost) : SettingRules.None,
            Parse = SettingText.AsNumber,
        },
        new("referral_type_one", "Chance that somebody referred would not have come otherwise.",
            "0.50 (marked as our default)", "a fraction from 0 to 1; or none")
        {
            Apply = (json, settings) => settings with
            {
                ReferralTypeOne = SettingRules.FractionOrNone("referral_type_one", json, least: 0, most: 1),
            },
            Write = settings => settings.ReferralTypeOne is { } share ? Invariant(share) : SettingRules.None,
            Parse = SettingText.AsNumber,
        },
        new("exchange_rates", "Worth of one unit of another currency in the business's currency.", "none",
            "pairs such as USD=0.92, GBP=1.17; or exchange_rates.USD and a number")
        {
            Apply = (json, settings) => settings with { ExchangeRates = SettingRules.Rates("exchange_rates", json) },
            Write = settings => string.Join(", ", settings.ExchangeRates.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => $"{pair.Key}={Invariant(pair.Value)}")),
            Parse = SettingText.AsRates,
        },
        new("ledger", "Where the ledger lives; followed when Mainstay next opens it. Nothing moves by itself.", "file",
            "file, or postgres://user@host:5432/database without a password")
        {
            Apply = (json, settings) => settings with { Ledger = SettingRules.Ledger("ledger", json) },
            Write = settings => settings.Ledger ?? SettingRules.OwnFile,
        },
    ];

    /// <summary>The setting of that name; a <see cref="MistakeException"/> names the nearest when there is none.</summary>
    public static Setting Named(string name) =>
        All.FirstOrDefault(setting => setting.Name == name)
        ?? throw new MistakeException(
            $"There is no setting {name}.{NearestName.Question(name, All.Select(setting => setting.Name))}",
            where: "settings", found: name, expected: string.Join(", ", All.Select(setting => setting.Name)),
            advice: "Run mainstay settings for the list.");

    /// <summary>Reads all known settings out of a JSON object; names it does not know are left alone.</summary>
    internal static BusinessSettings Read(JsonElement file)
    {
        var settings = new BusinessSettings();
        foreach (var setting in All)
        {
            if (file.TryGetProperty(setting.Name, out var value))
                settings = setting.Apply(value, settings);
        }

        return settings;
    }

    private static string Invariant(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
