using System.Text;

namespace Mainstay.Cli.Shell;

/// <summary>Writes a file beside its place and moves it there: a failure leaves what was there before.</summary>
internal static class WholeFile
{
    public static Task WriteTextAsync(string path, Func<TextWriter, Task> write) => WriteAsync(path, async draft =>
    {
        await using var writer = new StreamWriter(draft, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await write(writer);
    });

    public static async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        if (Directory.Exists(path))
            throw new CommandFailedException(
                new Failure("this is a folder", Where: path, Expected: "the name of a file to write"));
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder && !Directory.Exists(folder))
            throw new CommandFailedException(
                new Failure("there is no such folder", Where: folder, Do: "make it first, or name another file"));
        if (IsDevice(path))
        {
            await using var device = new FileStream(path, FileMode.Open, FileAccess.Write);
            await write(device);
            return;
        }

        var draft = $"{path}.{Path.GetRandomFileName()}";
        try
        {
            await using (var content = File.Create(draft))
                await write(content);
            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <summary>
    /// A terminal, a pipe, <c>/dev/null</c>: written to as it is, for a file moved there would replace it.
    /// </summary>
    private static bool IsDevice(string path) => path.StartsWith("/dev/", StringComparison.Ordinal)
        && !path.StartsWith("/dev/shm/", StringComparison.Ordinal) && File.Exists(path);
}
