namespace Mainstay.Worth;

/// <summary>The days as of which models are put to the test when nobody names any.</summary>
internal static class RollingOrigins
{
    /// <summary>
    /// Shares of the time observed that are held out: the nearest cutoff tells most of what comes next, the others
    /// whether that was luck.
    /// </summary>
    private static readonly double[] s_heldOut = [0.5, 0.375, 0.25];

    // With this many customers one cutoff decides: chance has evened out.
    private const long Many = 100_000;

    /// <summary>Cutoffs, oldest first, all between first purchase day and as-of; none where there is no room.</summary>
    public static IReadOnlyList<DateOnly> Before(DateOnly first, DateOnly asOf, long customers)
    {
        var span = asOf.DayNumber - first.DayNumber;
        var shares = customers > Many ? s_heldOut[^1..] : s_heldOut;
        return
        [
            .. shares.Select(share => asOf.AddDays(-(int)(span * share)))
                .Where(cutoff => cutoff > first && cutoff < asOf)
                .Distinct(),
        ];
    }
}
