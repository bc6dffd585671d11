using Mainstay.DuckDb.Native;

namespace Mainstay.DuckDb.Execution;

/// <summary>Interrupts a connection's running statement when a token is cancelled.</summary>
internal static class Interruption
{
    public static CancellationTokenRegistration InterruptedBy(this ConnectionHandle connection, CancellationToken token) =>
        token.UnsafeRegister(static handle => ((ConnectionHandle)handle!).Interrupt(), connection);

    public static void Interrupt(this ConnectionHandle connection)
    {
        try
        {
            NativeMethods.duckdb_interrupt(connection);
        }
        catch (ObjectDisposedException)
        {
            // Closed while the token was being cancelled: nothing is left to interrupt.
        }
    }
}
