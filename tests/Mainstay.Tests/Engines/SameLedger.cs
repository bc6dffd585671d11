using Mainstay.Ledger.Engines;

namespace Mainstay.Tests.Engines;

/// <summary>The same files, taken in by both engines. Made once, for it costs seconds.</summary>
internal sealed record SameLedger(FilledLedger DuckDb, FilledLedger Postgres)
{
    private static readonly Lazy<Task<SameLedger>> s_shared = new(MakeAsync);

    public static Task<SameLedger> OpenAsync() => s_shared.Value;

    private static async Task<SameLedger> MakeAsync()
    {
        // A server that sorts text as people do: what relies on the order of bytes without saying so differs here.
        var address = LedgerAddress.Parse(PostgresServer.Shared.NewDatabase("locale_provider icu icu_locale 'en-US'"));
        var folder = Directory.CreateTempSubdirectory("mainstay-engines").FullName;
        var files = OrderFiles.Write(folder);
        var facts = OrderFiles.WriteFacts(folder);
        var pending = (OrderFiles.WritePending(folder), OrderFiles.WritePendingFacts(folder));
        var both = new SameLedger(
            await FilledLedger.OpenAsync(LedgerAddress.InMemory, files, facts, pending),
            await FilledLedger.OpenAsync(address, files, facts, pending));
        Directory.Delete(folder, recursive: true);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => both.DuckDb.Dispose();
        return both;
    }
}
