using Mainstay.Web.Shell;
using Mainstay.Worth.Losing;

namespace Mainstay.Web.Worth.Losing;

/// <summary>What would turn a losing customer, in words.</summary>
public static class Turning
{
    // From here on, times as much says more than so many percent up.
    private const double Manifold = 2;

    /// <summary>The smallest single change, as an instruction; null where no single one does.</summary>
    public static string? Smallest(SmallestChange? change, Format format) => change switch
    {
        null => null,
        { Change: WhatIfAction.Reprice } => BreakEven(1 + change.Fraction, format),
        _ => $"{Up(change.Fraction, format)} less {Word.Of(change.Change)}",
    };

    /// <summary>The break-even factor on today's prices: <c>prices 12 % up</c>, <c>prices × 35</c>.</summary>
    public static string BreakEven(double multiplier, Format format) => multiplier switch
    {
        > 1 + Manifold => $"prices\u00a0×\u00a0{format.Number(Math.Ceiling(multiplier), 0)}",
        >= 1 => $"prices {Up(multiplier - 1, format)} up",
        _ => $"prices {format.Percent(1 - multiplier)} down",
    };

    // A change that is rounded down would still leave a loss.
    private static string Up(double fraction, Format format)
    {
        var step = fraction >= 0.0995 ? 100 : 1000;
        return format.Percent(Math.Ceiling((fraction * step) - 1e-9) / step);
    }
}
