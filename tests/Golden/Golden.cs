using System.Runtime.CompilerServices;

namespace Mainstay.Tests;

/// <summary>
/// Compares text with a committed file under tests/Golden. Set MAINSTAY_GOLDEN=write to record what the code
/// says now, then read the difference before committing it.
/// </summary>
internal static class Golden
{
    public static void Match(string actual, string name, [CallerFilePath] string caller = "")
    {
        var path = Path.Combine(Root(caller), "tests", "Golden", name);
        var text = actual.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("MAINSTAY_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{name} is missing: run with MAINSTAY_GOLDEN=write, then review it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), text);
    }

    /// <summary>The project's root, found from the calling test's source path.</summary>
    public static string Root([CallerFilePath] string caller = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(caller)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Mainstay.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException($"No project root above {caller}.");
        return folder.FullName;
    }

    /// <summary>Public data beside the project (or under MAINSTAY_DATA); skips the test when absent.</summary>
    public static string SharedData(string name, [CallerFilePath] string caller = "")
    {
        var folder = Environment.GetEnvironmentVariable("MAINSTAY_DATA")
            ?? Path.Combine(Root(caller), "..", "shared", "data");
        var path = Path.GetFullPath(Path.Combine(folder, name));
        if (!File.Exists(path))
            Assert.Skip($"{path} is absent; set MAINSTAY_DATA to the folder that holds {name}.");
        return path;
    }
}
