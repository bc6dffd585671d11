namespace Mainstay.DuckDb.Native;

/// <summary>An error with its class, as the appender reports it.</summary>
internal sealed class ErrorDataHandle : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_error_data(ref handle);
        return true;
    }
}
