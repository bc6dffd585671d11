using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using Mainstay.Tests;

namespace Mainstay.Statistics.Tests;

/// <summary><c>dotnet pack</c> makes a package that stands on its own.</summary>
public sealed class PackageTests
{
    [Fact]
    public void The_package_has_documentation_licence_readme_and_symbols_and_names_no_place_on_this_machine()
    {
        var folder = Directory.CreateTempSubdirectory("mainstay-package-");
        try
        {
            Pack(folder.FullName);
            var version = XDocument.Load(Path.Combine(Golden.Root(), "Directory.Build.props"))
                .Descendants("Version").Single().Value;
            var package = Entries(Path.Combine(folder.FullName, $"Mainstay.Statistics.{version}.nupkg"));
            var symbols = Entries(Path.Combine(folder.FullName, $"Mainstay.Statistics.{version}.snupkg"));
            Assert.Contains("lib/net10.0/Mainstay.Statistics.dll", package.Keys);
            Assert.Contains("lib/net10.0/Mainstay.Statistics.pdb", symbols.Keys);
            Assert.Contains("M:Mainstay.Statistics.Attrition.BgNbd.Fit", Text(package["lib/net10.0/Mainstay.Statistics.xml"]));
            Assert.StartsWith("# Mainstay.Statistics", Text(package["README.md"]), StringComparison.Ordinal);
            AssertDescribed(XDocument.Parse(Text(package["Mainstay.Statistics.nuspec"]).TrimStart('\uFEFF')));
            Assert.All(package.Concat(symbols), entry => AssertPlaceless(entry.Key, entry.Value));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void AssertDescribed(XDocument specification)
    {
        string Of(string element) => specification.Descendants().Single(e => e.Name.LocalName == element).Value;
        Assert.Equal("MIT", Of("license"));
        Assert.Equal("README.md", Of("readme"));
        Assert.Contains("BG/NBD", Of("description"), StringComparison.Ordinal);
        Assert.Contains("clv", Of("tags").Split(' '));
        var dependency = Assert.Single(specification.Descendants(), e => e.Name.LocalName == "dependency");
        Assert.Equal("MathNet.Numerics", dependency.Attribute("id")!.Value);
    }

    private static void AssertPlaceless(string entry, byte[] content)
    {
        var root = Golden.Root();
        Assert.False(
            content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(root)) >= 0
                || content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(root)) >= 0,
            $"{entry} names {root}. See PathMap in Mainstay.Statistics.csproj.");
    }

    /// <summary>Packs what was built for these tests, in the configuration they were built in.</summary>
    private static void Pack(string folder)
    {
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var project = Path.Combine(Golden.Root(), "src", "Mainstay.Statistics");
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            ["pack", project, "--no-build", "--nologo", "-v", "q", "-c", configuration, "-o", folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (said, complaint) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(3)), "dotnet pack does not end.");
        Assert.True(process.ExitCode == 0, said.Result + complaint.Result);
    }

    private static Dictionary<string, byte[]> Entries(string package)
    {
        using var archive = ZipFile.OpenRead(package);
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    private static string Text(byte[] content) => Encoding.UTF8.GetString(content);
}
