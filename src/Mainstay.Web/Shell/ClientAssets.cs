using System.Security.Cryptography;
using System.Text;

namespace Mainstay.Web.Shell;

/// <summary>The bundled script and style of every page, and the hashes a security policy names them by.</summary>
public static class ClientAssets
{
    /// <summary>Charts, theme switch and keyboard, as one classic script.</summary>
    public static string Script { get; } = Read("mainstay.js");

    /// <summary>The design, as one style sheet.</summary>
    public static string Style { get; } = Read("mainstay.css");

    /// <summary>Changes when the script or style does: a cache key.</summary>
    public static string Version { get; } = Convert.ToHexStringLower(Sha256(Script + Style))[..12];

    /// <summary>
    /// The policy of a file that carries its own script and style and may fetch nothing. Style attributes are allowed
    /// for the chart library writes each label's font as one; scripts are allowed by hash only.
    /// </summary>
    public static string InlinePolicy { get; } =
        $"default-src 'none'; script-src 'sha256-{Hash(Script)}'; style-src 'sha256-{Hash(Style)}'; "
        + $"style-src-elem 'sha256-{Hash(Style)}'; style-src-attr 'unsafe-inline'; img-src data:; "
        + "base-uri 'none'; form-action 'none'";

    private static string Hash(string text) => Convert.ToBase64String(Sha256(text));

    private static byte[] Sha256(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>Line ends as an HTML parser reads them, or the hash would not match.</summary>
    private static string Read(string name)
    {
        using var stream = typeof(ClientAssets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded: the client bundle was not built.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
