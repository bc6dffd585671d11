using System.Globalization;

namespace Mainstay.Ledger.Engines.Postgres;

/// <summary>Which servers a ledger can live on.</summary>
internal static class ServerVersion
{
    private const int Oldest = 15;

    /// <exception cref="MistakeException">The server is too old for our statements.</exception>
    public static void Require(Version found, string address)
    {
        if (found.Major >= Oldest)
            return;
        var version = found.ToString();
        var oldest = Oldest.ToString(CultureInfo.InvariantCulture);
        throw new MistakeException(
            $"The server is PostgreSQL {version}, which is too old to hold a ledger.", address, $"PostgreSQL {version}",
            $"PostgreSQL {oldest} or later", "Upgrade it, or name another server.");
    }
}
