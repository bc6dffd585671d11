using System.Text.RegularExpressions;
using Mainstay.Ledger.Settings;

namespace Mainstay.Web.Ledger;

/// <summary>
/// Files a person has dropped and not yet decided about, in the workspace's folder <c>incoming</c>. They are removed
/// when imported or discarded, and a day later at the latest.
/// </summary>
public sealed partial class Uploads(Workspace workspace, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    private string Folder => Path.Combine(workspace.Folder, "incoming");

    /// <summary>Keeps a file under a new unguessable name.</summary>
    /// <returns>The upload's id.</returns>
    public async Task<string> KeepAsync(string fileName, Stream content, CancellationToken cancellationToken)
    {
        RemoveOld();
        var id = Guid.NewGuid().ToString("N");
        var folder = Directory.CreateDirectory(Path.Combine(Folder, id)).FullName;
        try
        {
            await using var file = File.Create(Path.Combine(folder, SafeName(fileName)));
            await content.CopyToAsync(file, cancellationToken);
            return id;
        }
        catch
        {
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>Where the file of an upload is; null when there is none of that id.</summary>
    public string? Find(string id)
    {
        var folder = Path.Combine(Folder, id);
        return Id().IsMatch(id) && Directory.Exists(folder) ? Directory.EnumerateFiles(folder).FirstOrDefault() : null;
    }

    /// <summary>Forgets an upload.</summary>
    public void Remove(string id)
    {
        if (Find(id) is not null)
            Directory.Delete(Path.Combine(Folder, id), recursive: true);
    }

    private void RemoveOld()
    {
        if (!Directory.Exists(Folder))
            return;
        foreach (var folder in new DirectoryInfo(Folder).EnumerateDirectories())
        {
            if (clock.GetUtcNow().UtcDateTime - folder.CreationTimeUtc > Kept)
                folder.Delete(recursive: true);
        }
    }

    /// <summary>
    /// A name that stays inside its folder on every system, and still tells the format by its ending.
    /// </summary>
    private static string SafeName(string fileName)
    {
        var name = Unsafe().Replace(Path.GetFileName(fileName.Replace('\\', '/')), "_").TrimStart('.');
        return name.Length is > 0 and <= 120 ? name : "upload" + Path.GetExtension(name);
    }

    [GeneratedRegex("^[0-9a-f]{32}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"[^\p{L}\p{N}._() -]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Unsafe();
}
