using System.Globalization;
using Mainstay.Cli.Shell;
using Mainstay.DuckDb;
using Mainstay.Ledger.Import;

namespace Mainstay.Cli.Ledger;

/// <summary>Writes the error file of what was just read, and says where it is.</summary>
internal static class RejectFile
{
    /// <summary>
    /// Writes the rejected rows to <c>--errors</c>, or beside the input when <paramref name="besideInput"/>; else says
    /// that an error file may be asked for. Several files with rejects get one error file each.
    /// </summary>
    public static async Task WriteAsync(
        Call call, DuckDbConnection connection, ReadingOptions options, IReadOnlyList<FileReading> files, long rejected,
        bool besideInput, CancellationToken cancellationToken)
    {
        if (rejected == 0)
            return;
        var asked = call.Value(options.Errors) is { } name ? call.Context.PathOf(name) : null;
        if (asked is null && !besideInput)
        {
            call.Say($"{Rows(rejected)} could not be taken in; add --errors FILE to get them with the reasons.");
            return;
        }

        for (var number = 1; number <= files.Count; number++)
        {
            var file = files[number - 1];
            var path = asked is null ? ErrorFile.NameFor(file.Path) : Numbered(asked, number);
            var written = 0L;
            await WholeFile.WriteAsync(path, async draft =>
                written = await ErrorFile.WriteAsync(connection, file, draft, number, cancellationToken));
            if (written == 0)
                File.Delete(path);
            else
                call.Say($"{Rows(written)} could not be taken in; "
                    + $"see {path} for the reasons, correct it, and read it again.");
        }
    }

    private static string Rows(long rows) =>
        rows == 1 ? "1 row" : $"{rows.ToString("N0", CultureInfo.InvariantCulture)} rows";

    private static string Numbered(string path, int number) => number == 1
        ? path
        : Path.Combine(Path.GetDirectoryName(path)!, string.Create(CultureInfo.InvariantCulture,
            $"{Path.GetFileNameWithoutExtension(path)}-{number}{Path.GetExtension(path)}"));
}
