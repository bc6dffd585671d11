namespace Mainstay.DuckDb.Native;

/// <summary>The statements of one text.</summary>
internal sealed class ExtractedStatementsHandle : NativeHandle
{
    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_extracted(ref handle);
        return true;
    }
}
