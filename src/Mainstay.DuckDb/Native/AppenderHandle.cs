namespace Mainstay.DuckDb.Native;

/// <summary>A bulk appender. Destroying flushes, so whoever wants rows dropped clears it first.</summary>
internal sealed class AppenderHandle : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        // Failure to flush has been reported by the explicit flush before; here nobody could hear it.
        _ = NativeMethods.duckdb_appender_destroy(ref handle);
        return true;
    }
}
