using System.Globalization;

namespace Mainstay.Cli.Modelling;

/// <summary>
/// What the words of an event column mean. Not yet: 0, no, n, false, f, censored, or empty. The event: 1, yes, y, true,
/// t, event. Any other words are causes, unless plain yes is among them too: then they are mistakes. Whole numbers are
/// causes where there are several.
/// </summary>
internal sealed class EventWords
{
    private static readonly HashSet<string> s_notYet =
        new(["", "no", "n", "false", "f", "censored"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> s_yes =
        new(["yes", "y", "true", "t", "event"], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, int> _cause = new(StringComparer.OrdinalIgnoreCase);

    private EventWords(IReadOnlyList<string> causes, bool isCensored, string expected)
    {
        (Causes, IsCensored, Expected) = (causes, isCensored, expected);
        for (var cause = 0; cause < causes.Count; cause++)
            _cause.Add(causes[cause], cause + 1);
    }

    /// <summary>The causes by name, where there are two or more; one for the event where there is only that.</summary>
    public IReadOnlyList<string> Causes { get; }

    /// <summary>Whether any row says "not yet".</summary>
    public bool IsCensored { get; }

    /// <summary>What a word that means nothing should have been.</summary>
    public string Expected { get; }

    public static EventWords Of(IEnumerable<string> words)
    {
        var all = words.Select(Plain).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        var events = all.Where(word => !IsNotYet(word)).ToArray();
        var censored = events.Length < all.Length;
        var numbers = events.Where(IsNumber).OrderBy(long.Parse).ToArray();
        if (events.Any(s_yes.Contains))
            return new(["1"], censored, "yes or no, 1 or 0, or empty for not yet");
        if (numbers.Length > 0)
        {
            return numbers.Length == 1
                ? new(numbers, censored, $"{numbers[0]}, or 0, no, censored or empty for not yet")
                : new(numbers, censored, "the number of a cause, or 0, no, censored or empty for not yet");
        }

        return new(
            [.. events.Order(StringComparer.Ordinal)], censored, "a cause, or 0, no, censored or empty for not yet");
    }

    /// <summary>0 for not yet, the cause's number from 1, or null for a word that means nothing here.</summary>
    public int? CauseOf(string word)
    {
        var plain = Plain(word);
        if (IsNotYet(plain))
            return 0;
        if (_cause.TryGetValue(plain, out var cause))
            return cause;
        return Causes is ["1"] && s_yes.Contains(plain) ? 1 : null;
    }

    private static bool IsNotYet(string word) => word == "0" || s_notYet.Contains(word);

    private static bool IsNumber(string word) => word.Length < 16 && word.All(char.IsAsciiDigit);

    /// <summary>A whole number as one: software writes 1.0 where a column has gaps.</summary>
    private static string Plain(string word) =>
        decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number == decimal.Truncate(number) && number < 1_000_000_000_000_000
            ? decimal.Truncate(number).ToString(CultureInfo.InvariantCulture)
            : word;
}
