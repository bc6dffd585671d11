using System.Globalization;
using Mainstay.Statistics.Renewal;
using Mainstay.Tests;

namespace Mainstay.Statistics.Tests.Renewal;

/// <summary>
/// Survivors per 1,000 of Fader &amp; Hardie 2007, table 1: fitted on some years, checked on the rest.
/// </summary>
internal static class PublishedCohorts
{
    public static double[] Regular => Survivors("regular");

    public static double[] HighEnd => Survivors("highend");

    public static RenewalCohorts First(double[] survivors, int years) =>
        RenewalCohorts.Of(survivors.AsSpan(0, years + 1));

    private static double[] Survivors(string cohort) =>
        [.. File.ReadLines(Golden.SharedData("sbg_survivors.csv"))
            .Select(line => line.Split(',')).Where(row => row[0] == "fh2007" && row[1] == cohort)
            .OrderBy(row => int.Parse(row[2], CultureInfo.InvariantCulture))
            .Select(row => double.Parse(row[3], CultureInfo.InvariantCulture))];
}
