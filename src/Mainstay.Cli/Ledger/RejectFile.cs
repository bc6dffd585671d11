using System.Globalization;
using Mainstay.Cli.Shell;
using Mainstay.DuckDb;
using Mainstay.Ledger.Import;

namespace Mainstay.Cli.Ledger;

/// <summary>The rows that could not be taken in, as they stood in the file, each with its reason.</summary>
internal static class RejectFile
{
    /// <summary>
    /// Writes every row of <c>staged_rejects</c> to <c>--errors</c>, or beside the first file when
    /// <paramref name="besideInput"/>; says where, or that an error file may be asked for.
    /// </summary>
    public static async Task WriteAsync(
        Call call, DuckDbConnection connection, ReadingOptions options, IReadOnlyList<StagedFile> files, long rejected,
        bool besideInput, CancellationToken cancellationToken)
    {
        if (rejected == 0)
            return;
        var rows = rejected == 1 ? "1 row" : $"{rejected.ToString("N0", CultureInfo.InvariantCulture)} rows";
        var asked = call.Value(options.Errors);
        if (asked is null && !besideInput)
        {
            call.Say($"{rows} could not be taken in; add --errors FILE to get them with the reasons.");
            return;
        }

        var path = asked is null ? Path.ChangeExtension(files[0].Path, ".errors.csv") : call.Context.PathOf(asked);
        await WholeFile.WriteAsync(path, writer => StagedRejects.WriteCsvAsync(connection, writer, cancellationToken));
        call.Say($"{rows} could not be taken in; they are in {path} with the reasons.");
    }
}
