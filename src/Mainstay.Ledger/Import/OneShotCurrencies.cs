using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Import;

/// <summary>What becomes of the currencies the files name, when they are analysed without a ledger.</summary>
/// <param name="Business">Currency of the result.</param>
/// <param name="NeedsConversion">True when some row is in another.</param>
/// <param name="Rates">Units of the business's currency for one of each; the empty code is a row that names none.</param>
/// <param name="WithoutRate">Rows by currency without a rate.</param>
internal sealed record OneShotCurrencies(
    string Business, bool NeedsConversion, IReadOnlyDictionary<string, decimal> Rates, IReadOnlyDictionary<string, long> WithoutRate)
{
    /// <summary>Rows that cannot be converted.</summary>
    public long RowsWithoutRate => WithoutRate.Values.Sum();

    /// <summary>
    /// The business's currency if it has set one, else the one currency all rows name. Several currencies and none set
    /// is refused, for there is nothing to convert into.
    /// </summary>
    public static OneShotCurrencies Of(IReadOnlyList<StagedFile> files, BusinessSettings settings)
    {
        var rows = files.SelectMany(file => file.Currencies).GroupBy(pair => pair.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value), StringComparer.Ordinal);
        var isSet = settings.Currency != Currencies.None;
        if (rows.Count == 0 || rows.Count == 1 && rows.ContainsKey(settings.Currency))
            return new OneShotCurrencies(settings.Currency, false, Empty, NoRows);
        if (rows.Count == 1 && !isSet)
            return new OneShotCurrencies(rows.Keys.Single(), false, Empty, NoRows);
        if (!isSet)
            throw new ImportException(new InputProblem(
                files[0].Path, $"amounts in {string.Join(", ", rows.Keys.Order(StringComparer.Ordinal))}", "one currency, or a currency of the business",
                "Set the business's currency and the rates of the others: mainstay settings set currency EUR."));
        var rates = settings.ExchangeRates.Where(pair => rows.ContainsKey(pair.Key)).ToDictionary(StringComparer.Ordinal);
        rates[settings.Currency] = 1;
        rates[""] = 1;
        var missing = rows.Where(pair => !rates.ContainsKey(pair.Key)).ToDictionary(StringComparer.Ordinal);
        return new OneShotCurrencies(settings.Currency, true, rates, missing);
    }

    private static Dictionary<string, decimal> Empty => [];

    private static Dictionary<string, long> NoRows => [];
}
