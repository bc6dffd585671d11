using Mainstay.DuckDb;
using Mainstay.Ledger.Import;
using Mainstay.Ledger.Import.Commit;
using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;

namespace Mainstay.Web.Ledger;

/// <summary>Reads an uploaded file and tries or does its import.</summary>
public sealed class UploadLook(LedgerDatabase ledger, Workspace workspace, TimeProvider clock)
{
    /// <summary>What the file is and what importing it would do; nothing is kept.</summary>
    /// <exception cref="ImportException">The file cannot be read, or not in one way only.</exception>
    public async Task<FileImport> TryAsync(string path, ReadOptions options, CancellationToken cancellationToken)
    {
        using var connection = ledger.ConnectForStaging();
        return await TryAsync(connection, path, options, cancellationToken);
    }

    /// <summary>Imports the file.</summary>
    /// <exception cref="ImportException">The file cannot be read, or not in one way only.</exception>
    public async Task<FileImport> CommitAsync(string path, ReadOptions options, CancellationToken cancellationToken)
    {
        using var connection = ledger.ConnectForStaging();
        return await FileImport.CommitAsync(
            ledger, connection, path, options, workspace.SettingsFile.Read(), clock, progress: null, cancellationToken);
    }

    /// <summary>
    /// Writes the error file: all that importing would reject, ready to be corrected and dropped again.
    /// </summary>
    /// <exception cref="ImportException">The file cannot be read, or not in one way only.</exception>
    public async Task WriteErrorsAsync(
        string path, ReadOptions options, Stream target, CancellationToken cancellationToken)
    {
        using var connection = ledger.ConnectForStaging();
        var look = await TryAsync(connection, path, options, cancellationToken);
        await ErrorFile.WriteAsync(connection, look.File, target, cancellationToken: cancellationToken);
    }

    private Task<FileImport> TryAsync(
        DuckDbConnection connection, string path, ReadOptions options, CancellationToken cancellationToken) =>
        FileImport.TryAsync(
            ledger, connection, path, options, workspace.SettingsFile.Read(), clock, progress: null, cancellationToken);
}
