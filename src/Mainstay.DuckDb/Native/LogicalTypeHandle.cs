namespace Mainstay.DuckDb.Native;

/// <summary>A column's type.</summary>
internal sealed class LogicalTypeHandle : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_logical_type(ref handle);
        return true;
    }
}
