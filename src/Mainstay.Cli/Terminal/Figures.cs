using System.Globalization;
using Mainstay.Worth;

namespace Mainstay.Cli.Terminal;

/// <summary>Numbers and dates as the business's people read them; files and JSON never pass through here.</summary>
internal sealed class Figures
{
    private readonly CultureInfo _culture;
    private readonly string _currency;
    private readonly int _digits;

    public Figures(string currency, string locale)
    {
        _currency = currency;
        Locale = locale;
        _digits = MinorUnit.Of(currency).Decimals;
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(locale).Clone();
        culture.NumberFormat.NegativeSign = "-";
        _culture = culture;
    }

    /// <summary>BCP 47 tag of the business.</summary>
    public string Locale { get; }

    /// <summary>The currency's code, or nothing while none was named.</summary>
    public string Currency => _currency == "XXX" ? "" : _currency;

    /// <summary>A title for a column of money, such as <c>profit EUR</c>.</summary>
    public string MoneyTitle(string title) => Currency.Length == 0 ? title : $"{title} {Currency}";

    /// <summary>A title over amounts without their minor units.</summary>
    public string WholeTitle(string title) => Currency.Length == 0 ? title : $"{title}, in whole {Currency}";

    public string Count(long value) => value.ToString("N0", _culture);

    /// <summary>A measured or estimated number, one decimal.</summary>
    public string Number(double value, int digits = 1) =>
        value.ToString($"N{digits.ToString(CultureInfo.InvariantCulture)}", _culture);

    public string Percent(double fraction) =>
        $"{(100 * fraction).ToString("N1", _culture)} %";

    /// <summary>Money to the minor unit, without its currency: for columns whose title names it.</summary>
    public string Amount(decimal value) => Rounded(value, _digits);

    /// <summary>Money with its currency.</summary>
    public string Money(decimal value) => WithCurrency(Amount(value));

    /// <summary>Money for a sentence: whole units once they are many.</summary>
    public string About(decimal value) => WithCurrency(Short(value));

    /// <summary>The same without its currency.</summary>
    public string Short(decimal value) => Math.Abs(value) >= 1000 ? Rounded(value, 0) : Amount(value);

    /// <summary>Money in whole units, without its currency: for lines of many columns.</summary>
    public string Whole(decimal value) => Rounded(value, 0);

    /// <summary>Money for one minute or one piece: two decimals, up to four where it has them.</summary>
    public string Rate(decimal value) => value.ToString("#,##0.00##", _culture);

    /// <summary>Minutes or pieces: decimals only where there are some.</summary>
    public string Quantity(decimal value) => value.ToString("#,##0.##", _culture);

    /// <summary>The ends of an interval: <c>(240–395)</c>; a minus sign is not left beside a dash.</summary>
    public static string Interval(decimal low, decimal high, Func<decimal, string> write) =>
        low < 0 ? $"({write(low)} to {write(high)})" : $"({write(low)}–{write(high)})";

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string WithCurrency(string amount) => Currency.Length == 0 ? amount : $"{Currency} {amount}";

    private string Rounded(decimal value, int digits) =>
        Math.Round(value, digits, MidpointRounding.AwayFromZero)
            .ToString($"N{digits.ToString(CultureInfo.InvariantCulture)}", _culture);
}
