using Mainstay.Cli.Shell;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary>Whether an analysis saw everything it was given.</summary>
internal static class Completeness
{
    /// <summary>
    /// 1 when something had to be left out or nothing could be valued; estimates and fallbacks are fine.
    /// </summary>
    public static ExitCode Of(AnalysisDocument analysis) =>
        analysis.Customers == 0
        || analysis.Quality is { RejectedRows: > 0 } or { RowsWithoutRate: > 0 } or { UnlinkedRefunds.Refunds: > 0 }
            ? ExitCode.Incomplete
            : ExitCode.Ok;
}
