using Mainstay.Ledger.Engines;

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

    /// <summary>Environment variable that names a ledger on a server; the only place where an address may hold a password.</summary>
    public const string LedgerVariable = "MAINSTAY_LEDGER";

    /// <summary>
    /// Where the ledger is: what <paramref name="option"/> says, else <paramref name="variable"/>, the value of
    /// <see cref="LedgerVariable"/>, else the setting, else the workspace's own file.
    /// </summary>
    /// <exception cref="MistakeException">An address is none, or the option holds a password.</exception>
    public LedgerAddress AddressOf(string? option, string? variable)
    {
        if (FirstWord(option) is { } asked)
            return LedgerAddress.NamesPassword(asked) ? throw VisiblePassword() : LedgerAddress.Parse(asked);
        return (FirstWord(variable) ?? SettingsFile.Read().Ledger) is { } address
            ? LedgerAddress.Parse(address)
            : LedgerAddress.OfFile(LedgerPath);
    }

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

    private static MistakeException VisiblePassword() => new(
        "A password on the command line can be read by everybody on this machine.", "--ledger",
        "an address with a password", "postgres://user@host:5432/database",
        $"Leave it out, and put it in PGPASSWORD, in the password file (~/.pgpass) or in {LedgerVariable}.");

    private static string? FirstWord(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
