using Mainstay.Web.Shell;
using Mainstay.Worth.Losing;

namespace Mainstay.Web.Worth.Losing;

/// <summary>What would turn a losing customer, in words.</summary>
public static class Turning
{
    /// <summary>The smallest single change, as an instruction; null where no single one does.</summary>
    public static string? Smallest(SmallestChange? change, Format format) => change switch
    {
        null => null,
        { Change: WhatIfAction.Reprice } => $"prices {Up(change.Fraction, format)} up",
        _ => $"{format.Percent(change.Fraction)} less {Word.Of(change.Change)}",
    };

    /// <summary>The break-even factor as a rise of today's prices: <c>+12 %</c>.</summary>
    public static string BreakEven(double multiplier, Format format) =>
        (multiplier >= 1 ? "+" : "") + Up(multiplier - 1, format);

    // A rise that is rounded down would still leave a loss.
    private static string Up(double fraction, Format format) =>
        format.Percent(Math.Abs(fraction) < 10 ? Math.Ceiling((fraction * 1000) - 1e-9) / 1000 : fraction);
}
