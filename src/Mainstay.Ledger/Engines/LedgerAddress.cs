using System.Text.RegularExpressions;
using Mainstay.Ledger.Engines.Postgres;

namespace Mainstay.Ledger.Engines;

/// <summary>Where a ledger is: a file of the embedded engine, or a database of a PostgreSQL server.</summary>
/// <param name="Shown">How people are told of it; never holds a password.</param>
/// <param name="File">Path of the file; null when it is on a server, or in memory.</param>
public sealed partial record LedgerAddress(string Shown, string? File)
{
    private static readonly string[] s_schemes = ["postgres://", "postgresql://"];

    /// <summary>Whether there can be a ledger: a file is looked for, a server is not asked.</summary>
    public bool MayExist => File is null || System.IO.File.Exists(File);

    internal PostgresAddress? Server { get; private init; }

    /// <summary>A file of the embedded engine.</summary>
    public static LedgerAddress OfFile(string path) => new(path, path);

    /// <summary>An empty ledger that is gone when it is closed.</summary>
    public static LedgerAddress InMemory { get; } = new("memory", null);

    /// <summary>The address written as <c>postgres://user@host:port/database</c>.</summary>
    /// <exception cref="MistakeException">It is not such an address; the message does not repeat a password.</exception>
    public static LedgerAddress Parse(string address)
    {
        var server = PostgresAddress.Parse(address);
        return new(server.Shown, null) { Server = server };
    }

    /// <summary>Whether the address carries a password.</summary>
    public static bool NamesPassword(string address) => PostgresAddress.Parse(address).NamesPassword;

    /// <summary>A text with every password taken out that stands in an address of a server.</summary>
    public static string WithoutPassword(string text) => PasswordInAddress().Replace(text, "${user}:…@");

    /// <summary>Whether the text begins as an address of a server does.</summary>
    public static bool IsServer(string address) =>
        Array.Exists(s_schemes, scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(
        @"(?<user>postgres(ql)?://[^:/@\s]*):[^@\s]*@", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex PasswordInAddress();
}
