using System.Globalization;
using Mainstay.Ledger.Settings;

namespace Mainstay.Web.Shell;

/// <summary>
/// What every page of one request shares: whose business, in which words and numbers, as of which day.
/// </summary>
/// <param name="Settings">
/// The settings in force, with the ledger's own currency where the business has set none.
/// </param>
/// <param name="AsOf">The day asked for in the address; null: the latest.</param>
public sealed record PageFrame(BusinessSettings Settings, DateOnly? AsOf)
{
    /// <summary>Name of the day in an address.</summary>
    public const string AsOfName = "as-of";

    /// <summary>Numbers and dates in the business's locale and currency.</summary>
    public Format Format { get; } = new(Settings.Locale, Settings.Currency);

    /// <summary>An address of ours that keeps the as-of day, for the address holds the whole state.</summary>
    public string Link(string path) => AsOf is { } day
        ? path + (path.Contains('?', StringComparison.Ordinal) ? "&" : "?") + AsOfName + "=" + Format.Raw(day)
        : path;

    /// <summary>A day as addresses write it; null where it is none.</summary>
    public static DateOnly? DayIn(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : null;
}
