namespace Mainstay.Ledger.Settings;

/// <summary>The folder that holds a business's ledger and settings.</summary>
/// <param name="Folder">Full path.</param>
public sealed record Workspace(string Folder)
{
    /// <summary>Environment variable that names the folder.</summary>
    public const string Variable = "MAINSTAY_WORKSPACE";

    /// <summary>Folder used when nobody names one.</summary>
    public const string DefaultFolder = "mainstay-data";

    /// <summary>The ledger.</summary>
    public string LedgerPath => Path.Combine(Folder, "mainstay.duckdb");

    /// <summary>The settings.</summary>
    public SettingsFile SettingsFile => new(Path.Combine(Folder, "mainstay.json"));

    /// <summary>Where a running <c>mainstay serve</c> says how to reach it.</summary>
    public string ServePath => Path.Combine(Folder, "serve.json");

    /// <summary>Whether anything was ever imported here.</summary>
    public bool HasLedger => File.Exists(LedgerPath);

    /// <summary>The folder from the option, else from the environment, else <c>./mainstay-data</c>.</summary>
    public static Workspace Find(string? option) =>
        new(Path.GetFullPath(
            FirstWord(option) ?? FirstWord(Environment.GetEnvironmentVariable(Variable)) ?? DefaultFolder));

    /// <summary>Makes the folder, the settings and their schema where they are missing.</summary>
    /// <exception cref="MistakeException">There can be no folder of that name.</exception>
    public Workspace Ensure()
    {
        if (File.Exists(Folder))
            throw Impossible();
        try
        {
            Directory.CreateDirectory(Folder);
        }
        catch (Exception cause) when (cause is UnauthorizedAccessException or PathTooLongException
            or DirectoryNotFoundException or FileNotFoundException)
        {
            throw Impossible();
        }

        SettingsFile.Ensure();
        return this;
    }

    /// <summary>Names what stands in the way: a file on the path, or the folder in which none can be made.</summary>
    private MistakeException Impossible()
    {
        var nearest = Folder;
        while (!Path.Exists(nearest) && Path.GetDirectoryName(nearest) is { } parent)
            nearest = parent;
        return new MistakeException("the workspace folder cannot be made", Folder,
            File.Exists(nearest) ? $"{nearest} is a file" : $"no folder of that name can be made in {nearest}",
            "a folder, or a place where you may make one", "name another folder with --workspace");
    }

    private static string? FirstWord(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
