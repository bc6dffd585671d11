using System.Globalization;
using Mainstay.Worth;

namespace Mainstay.Web.Shell;

/// <summary>
/// Every number and date a person reads on a page, in the business's locale; <see cref="Raw(decimal)"/> alone is for
/// machines. Minus is the true minus sign, and a space before a unit never breaks a line.
/// </summary>
public sealed class Format
{
    /// <summary>What stands where a figure is missing; the reason stands beside it.</summary>
    public const string Missing = "—";

    /// <summary>The ISO code that means no currency was named.</summary>
    public const string NoCurrency = "XXX";

    private const string NoBreak = "\u00a0";

    private static readonly (decimal From, decimal Unit, string Letter)[] Scales =
        [(999_500_000, 1_000_000_000, "bn"), (999_500, 1_000_000, "m"), (1_000, 1_000, "k")];

    private readonly CultureInfo _culture;
    private readonly string _currency;
    private readonly int _minorUnits;

    public Format(string locale, string currency)
    {
        _culture = (CultureInfo)CultureInfo.GetCultureInfo(locale).Clone();
        _culture.NumberFormat.NegativeSign = "−";
        _currency = currency;
        _minorUnits = MinorUnit.Of(currency).Decimals;
    }

    /// <summary>BCP 47 tag of the text, for <c>lang</c> and for the charts.</summary>
    public string Language => _culture.Name.Length == 0 ? "en" : _culture.Name;

    /// <summary>The currency's code, or nothing while none was named.</summary>
    public string Currency => _currency == NoCurrency ? "" : _currency;

    /// <summary>A heading with its currency: <c>Profit, EUR</c>.</summary>
    public string InCurrency(string heading) => Currency.Length == 0 ? heading : $"{heading}, {Currency}";

    public string Count(long value) => value.ToString("N0", _culture);

    public string Number(double value, int digits = 1) =>
        Math.Abs(value) < 1e15 ? Fixed((decimal)value, digits) : Missing;   // false for NaN and infinity too

    /// <summary>A model's parameter or error: four significant digits, however small or large.</summary>
    public string Parameter(double value) => value == 0 || Math.Abs(value) is >= 0.001 and < 100_000
        ? Number(value, Math.Clamp(3 - (int)Math.Floor(Math.Log10(Math.Abs(value) + 1e-300)), 0, 6))
        : value.ToString("0.000E+0", _culture);

    /// <summary>A probability as percent; one short of certainty is never rounded to it.</summary>
    public string Sure(double probability) =>
        probability is >= 0.995 and < 1 ? "over" + NoBreak + Percent(0.99) : Percent(probability);

    /// <summary>A fraction as percent: whole from ten on, one decimal below, so that 0.4 % is not 0 %.</summary>
    public string Percent(double fraction)
    {
        if (!(Math.Abs(fraction) < 1e12))
            return Missing;
        var percent = 100 * (decimal)fraction;
        var tenths = Math.Round(percent, 1, MidpointRounding.AwayFromZero);
        var digits = tenths == decimal.Truncate(tenths) || Math.Abs(percent) >= 9.95m ? 0 : 1;
        return Fixed(percent, digits) + NoBreak + "%";
    }

    /// <summary>Money to its smallest coin, without its currency: for columns whose heading names it.</summary>
    public string Amount(decimal value) => Fixed(value, _minorUnits);

    /// <summary>Money by the minute: as many decimals as it has, those of a coin to four.</summary>
    public string Rate(decimal value)
    {
        var always = new string('0', _minorUnits);
        var ifAny = new string('#', Math.Max(0, 4 - _minorUnits));
        return Math.Round(value, 4, MidpointRounding.AwayFromZero).ToString($"#,##0.{always}{ifAny}", _culture);
    }

    /// <summary>Working time: whole minutes once they are many.</summary>
    public string Minutes(decimal value) =>
        Fixed(value, Math.Abs(value) < 10 && value != decimal.Truncate(value) ? 1 : 0);

    /// <summary>Money for a sentence or a card: whole units once they are many, with its currency.</summary>
    public string Money(decimal value) =>
        WithCurrency(Fixed(value, value == 0 || Math.Abs(value) >= 100 ? 0 : _minorUnits));

    /// <summary>Money to its smallest coin with its currency: titles and tooltips of rounded figures.</summary>
    public string ExactMoney(decimal value) => WithCurrency(Amount(value));

    /// <summary>Money in three digits: 412k. The exact figure belongs in its title.</summary>
    public string CompactMoney(decimal value)
    {
        foreach (var (from, unit, letter) in Scales)
            if (Math.Abs(value) >= from)
                return Short(value / unit) + letter;
        return Fixed(value, Math.Abs(value) >= 100 || value == decimal.Truncate(value) ? 0 : _minorUnits);
    }

    public string Day(DateOnly day) => day.ToString($"d{NoBreak}MMM{NoBreak}yyyy", _culture);

    public string Month(DateOnly month) => month.ToString("MMM yyyy", _culture);

    /// <summary>A count with its noun: <c>1 customer</c>, <c>2,357 customers</c>.</summary>
    public string Count(long value, string one, string? many = null) =>
        Count(value) + NoBreak + (value == 1 ? one : many ?? one + "s");

    /// <summary>For <c>data-value</c>: invariant, exact.</summary>
    public static string Raw(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Raw(decimal)"/>
    public static string Raw(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Raw(decimal)"/>
    public static string Raw(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Short(decimal value)
    {
        var tenths = Math.Round(value, 1, MidpointRounding.AwayFromZero);
        return Fixed(value, Math.Abs(value) >= 9.95m || tenths == decimal.Truncate(tenths) ? 0 : 1);
    }

    private string WithCurrency(string amount) => Currency.Length == 0 ? amount : Currency + NoBreak + amount;

    private string Fixed(decimal value, int digits) =>
        Math.Round(value, digits, MidpointRounding.AwayFromZero)
            .ToString("N" + digits.ToString(CultureInfo.InvariantCulture), _culture);
}
