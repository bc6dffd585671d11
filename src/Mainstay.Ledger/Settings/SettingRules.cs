using System.Globalization;
using System.Text.Json;
using Mainstay.Ledger.Engines;

namespace Mainstay.Ledger.Settings;

/// <summary>What each kind of setting accepts; every refusal says what was found, what was expected and what to do.</summary>
internal static class SettingRules
{
    private static readonly string[] TierNames = ["gold", "strong", "steady"];

    public static string Text(string name, JsonElement json) =>
        json.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(json.GetString())
            ? json.GetString()!
            : throw Refuse(name, json, "text between quotes", "Write it between double quotes.");

    /// <summary>The word for a ledger in the workspace's own file.</summary>
    public const string OwnFile = "file";

    /// <summary>A server's address, or null for the workspace's own file.</summary>
    public static string? Ledger(string name, JsonElement json)
    {
        var address = Text(name, json).Trim();
        if (address.Equals(OwnFile, StringComparison.OrdinalIgnoreCase))
            return null;
        return LedgerAddress.NamesPassword(address)
            ? throw new MistakeException(
                "The ledger's address holds a password, which anybody who sees this setting could read.", name,
                "an address with a password", "postgres://user@host:5432/database",
                "Leave it out, and put it in PGPASSWORD or in the password file (~/.pgpass).")
            : address;
    }

    public static string Currency(string name, JsonElement json)
    {
        var code = Text(name, json);
        return Currencies.IsKnown(code)
            ? code
            : throw Refuse(name, json, "an ISO 4217 code such as EUR or USD",
                $"Use the three-letter code in capitals.{NearestName.Question(code, Currencies.Codes)}");
    }

    public static string TimeZone(string name, JsonElement json)
    {
        var id = Text(name, json);
        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId
            ? id
            : throw Refuse(name, json, "an IANA time zone such as Europe/Berlin",
                "Use the zone of the nearest large city." + NearestName.Question(
                    id, TimeZoneInfo.GetSystemTimeZones(skipSorting: true).Select(known => known.Id)));
    }

    public static DayOfWeek Weekday(string name, JsonElement json)
    {
        var day = Text(name, json);
        return Array.Find(Enum.GetValues<DayOfWeek>(), known => known.ToString().Equals(day, StringComparison.OrdinalIgnoreCase))
            is var found && found.ToString().Equals(day, StringComparison.OrdinalIgnoreCase)
            ? found
            : throw Refuse(name, json, "a day of the week in English",
                $"Use monday … sunday.{NearestName.Question(day, Enum.GetNames<DayOfWeek>().Select(n => n.ToLowerInvariant()))}");
    }

    public static string Locale(string name, JsonElement json)
    {
        var tag = Text(name, json);
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).Name;
        }
        catch (CultureNotFoundException)
        {
            throw Refuse(name, json, "a language tag such as en, en-GB or de-DE", "Use a language and, if you like, a country.");
        }
    }

    public static decimal Fraction(string name, JsonElement json, decimal least, decimal most)
    {
        var range = string.Create(CultureInfo.InvariantCulture, $"a fraction from {least} to {most}");
        if (json.ValueKind != JsonValueKind.Number || !json.TryGetDecimal(out var number))
            throw Refuse(name, json, range, "Write a number with a decimal point, such as 0.10 for ten percent.");
        if (number >= least && number <= most)
            return number;
        var percent = (number / 100).ToString(CultureInfo.InvariantCulture);
        throw Refuse(name, json, range, number is > 1 and <= 100 ? $"If you mean {number} percent, write {percent}." : $"Choose {range}.");
    }

    public static TierShares Tiers(string name, JsonElement json)
    {
        const string Expected = "three rising fractions between 0 and 1: where gold, strong and steady end";
        decimal[] shares = json.ValueKind switch
        {
            JsonValueKind.Array => [.. json.EnumerateArray().Select(share => Share(name, share))],
            JsonValueKind.Object => [.. TierNames
                .Where(tier => json.TryGetProperty(tier, out _)).Select(tier => Share($"{name}.{tier}", json.GetProperty(tier)))],
            _ => [],
        };
        return shares is [> 0 and var gold, var strong, < 1 and var steady] && gold < strong && strong < steady
            ? new TierShares(gold, strong, steady)
            : throw Refuse(name, json, Expected, "Write for example 0.05, 0.16, 0.44.");
    }

    /// <summary>What is written for a setting that is not set.</summary>
    public const string None = "none";

    /// <summary>As <see cref="Fraction"/>, or null for <see cref="None"/>.</summary>
    public static decimal? FractionOrNone(string name, JsonElement json, decimal least, decimal most) =>
        IsNone(json) ? null : Fraction(name, json, least, most);

    /// <summary>Smallest margins of three tiers, or null for <see cref="None"/>.</summary>
    public static TierThresholds? Thresholds(string name, JsonElement json)
    {
        if (IsNone(json))
            return null;
        decimal[] least = json.ValueKind == JsonValueKind.Array
            ? [.. json.EnumerateArray().Where(one => one.ValueKind == JsonValueKind.Number).Select(one => one.GetDecimal())]
            : [];
        return least is [var gold, var strong, >= 0 and var steady] && gold > strong && strong > steady
            ? new TierThresholds(gold, strong, steady)
            : throw Refuse(name, json, "three falling amounts, none below 0: the least of gold, strong and steady",
                "Write for example 1000, 200, 20; or none to cut tiers by shares.");
    }

    public static string OneOf(string name, JsonElement json, params string[] allowed)
    {
        var word = Text(name, json);
        return Array.Find(allowed, one => one.Equals(word, StringComparison.OrdinalIgnoreCase))
            ?? throw Refuse(name, json, string.Join(", ", allowed), $"Choose one of them.{NearestName.Question(word, allowed)}");
    }

    private static bool IsNone(JsonElement json) =>
        json.ValueKind == JsonValueKind.Null
        || json.ValueKind == JsonValueKind.String && json.GetString()!.Trim().Equals(None, StringComparison.OrdinalIgnoreCase)
        || json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 1 && IsNone(json[0]);

    public static IReadOnlyDictionary<string, decimal> Rates(string name, JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
            throw Refuse(name, json, "a currency code and a rate for each", "Write for example USD=0.92, GBP=1.17.");
        var rates = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var pair in json.EnumerateObject())
        {
            if (!Currencies.IsKnown(pair.Name) || pair.Name == Currencies.None)
                throw new MistakeException($"{name} has {pair.Name}, which is not an ISO 4217 currency.", name, pair.Name,
                    "a three-letter code in capitals", $"Correct the code.{NearestName.Question(pair.Name, Currencies.Codes)}");
            rates[pair.Name] = pair.Value.ValueKind == JsonValueKind.Number && pair.Value.TryGetDecimal(out var rate)
                && rate is > 0 and < 1_000_000_000m
                ? rate
                : throw Refuse($"{name}.{pair.Name}", pair.Value, "a number greater than 0",
                    $"Write what one {pair.Name} is worth in the business's currency.");
        }

        return rates;
    }

    private static decimal Share(string name, JsonElement json) => Fraction(name, json, 0, 1);

    private static MistakeException Refuse(string name, JsonElement json, string expected, string advice)
    {
        var found = json.GetRawText();
        return new MistakeException($"{name} is {found}, but must be {expected}. {advice}", name, found, expected, advice);
    }
}
