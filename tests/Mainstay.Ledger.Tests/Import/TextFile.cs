using System.Text;

namespace Mainstay.Ledger.Tests.Import;

/// <summary>A file for the length of a test.</summary>
internal sealed class TextFile : IDisposable
{
    private TextFile(byte[] content, string name) => File.WriteAllBytes(Path = System.IO.Path.Combine(
        Directory.CreateTempSubdirectory("mainstay-test-").FullName, name), content);

    public string Path { get; }

    public static TextFile Of(string text, string name = "orders.csv") => new(Encoding.UTF8.GetBytes(text), name);

    public static TextFile Of(byte[] content, string name = "orders.csv") => new(content, name);

    public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
}
