namespace Mainstay.DuckDb.Native;

/// <summary>One value of any type.</summary>
internal sealed class ValueHandle : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_value(ref handle);
        return true;
    }
}
