using System.Globalization;

namespace Mainstay.Ledger.Costs;

/// <summary>
/// Minutes of one activity by what made it longer: τ = β₀ + Σ βₖ·Xₖ, where a term may be a product of drivers. Written
/// <c>0.5 + 6.5*special + 0.2*air</c>. [Kaplan &amp; Anderson, HBR November 2004]
/// </summary>
public sealed class TimeEquation
{
    private readonly IReadOnlyList<Term> _terms;

    private TimeEquation(IReadOnlyList<Term> terms) => _terms = terms;

    /// <summary>The drivers it asks for, in ordinal order.</summary>
    public IReadOnlyList<string> Drivers =>
        [.. _terms.SelectMany(term => term.Drivers).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Reads an equation; <paramref name="fault"/> says what is wrong where it returns null.</summary>
    public static TimeEquation? TryParse(string text, out string? fault)
    {
        fault = null;
        var terms = new List<Term>();
        foreach (var (sign, written) in Split(text))
        {
            if (Read(sign, written) is not { } term)
            {
                fault = $"\"{written.Trim()}\" is no term: write numbers and names joined by * and terms by + or -";
                return null;
            }

            terms.Add(term);
        }

        if (terms.Count > 0)
            return new(terms);
        fault = "it is empty: write for example 0.5 + 6.5*special";
        return null;
    }

    /// <summary>Minutes, rounded to a ten-thousandth; a driver that is not named counts 0. May be negative.</summary>
    public decimal Minutes(IReadOnlyDictionary<string, decimal> drivers) => decimal.Round(
        _terms.Sum(term => term.Drivers.Aggregate(
            term.Factor, (minutes, driver) => minutes * drivers.GetValueOrDefault(driver))),
        4, MidpointRounding.AwayFromZero);

    /// <summary>Drivers as an activity keeps them: <c>air=1 special=2</c>.</summary>
    public static IReadOnlyDictionary<string, decimal> ReadDrivers(string? written)
    {
        var drivers = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var pair in (written ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (pair.Split('=') is [var name, var count]
                && decimal.TryParse(count, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                drivers[name] = number;
        }

        return drivers;
    }

    private static IEnumerable<(int Sign, string Term)> Split(string text)
    {
        var (start, sign) = (0, 1);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && text[at] is not ('+' or '-' or '−'))
                continue;
            if (text[start..at].Trim() is { Length: > 0 } term)
                yield return (sign, term);
            else if (start > 0)
                yield return (sign, "");
            if (at < text.Length)
                (start, sign) = (at + 1, text[at] == '+' ? 1 : -1);
        }
    }

    private static Term? Read(int sign, string written)
    {
        var (factor, drivers) = ((decimal)sign, new List<string>());
        foreach (var part in written.Split(['*', '×', '·']).Select(part => part.Trim()))
        {
            if (decimal.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                factor *= number;
            else if (part.Length > 0 && char.IsLetter(part[0]) && part.All(c => char.IsLetterOrDigit(c) || c == '_'))
                drivers.Add(part.ToLowerInvariant());
            else
                return null;
        }

        return new(factor, drivers);
    }

    private sealed record Term(decimal Factor, IReadOnlyList<string> Drivers);
}
