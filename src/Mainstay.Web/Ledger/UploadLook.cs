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
        using var connection = ledger.Connect();
        return await FileImport.TryAsync(
            ledger, connection, path, options, workspace.SettingsFile.Read(), clock, progress: null, cancellationToken);
    }

    /// <summary>Imports the file.</summary>
    /// <exception cref="ImportException">The file cannot be read, or not in one way only.</exception>
    public async Task<FileImport> CommitAsync(string path, ReadOptions options, CancellationToken cancellationToken)
    {
        using var connection = ledger.Connect();
        return await FileImport.CommitAsync(
            ledger, connection, path, options, workspace.SettingsFile.Read(), clock, progress: null, cancellationToken);
    }

    /// <summary>Writes every rejected row of the file, with its reason, as CSV.</summary>
    public async Task WriteRejectsAsync(string path, ReadOptions options, TextWriter writer, CancellationToken cancellationToken)
    {
        using var connection = ledger.Connect();
        await OrderFileReader.StageAsync(
            connection, path, options, workspace.SettingsFile.Read(), progress: null, cancellationToken: cancellationToken);
        await StagedRejects.WriteCsvAsync(connection, writer, cancellationToken);
    }
}
