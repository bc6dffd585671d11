using Mainstay.Cli.Shell;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary>Whether an analysis saw everything it was given.</summary>
internal static class Completeness
{
    /// <summary>
    /// 1 when something had to be left out or nothing could be valued; estimates and fallbacks are fine.
    /// </summary>
    public static ExitCode Of(AnalysisDocument analysis) => Of(
        analysis.Customers,
        analysis.Quality.RejectedRows + analysis.Quality.RowsWithoutRate + analysis.Quality.UnlinkedRefunds.Refunds);

    /// <inheritdoc cref="Of(AnalysisDocument)"/>
    /// <param name="customers">Customers valued.</param>
    /// <param name="leftOut">Rows and refunds that count nowhere.</param>
    public static ExitCode Of(long customers, long leftOut) =>
        customers == 0 || leftOut > 0 ? ExitCode.Incomplete : ExitCode.Ok;
}
