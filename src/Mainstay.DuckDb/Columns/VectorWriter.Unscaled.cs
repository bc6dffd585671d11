namespace Mainstay.DuckDb.Columns;

/// <summary>Decimals as the engine stores them.</summary>
internal sealed unsafe partial class VectorWriter
{
    /// <summary>Whole numbers of a decimal column's smallest unit.</summary>
    public void UnscaledSpan(int row, ReadOnlySpan<long> values)
    {
        if (Type.Id != DuckDbType.Decimal || Type.Storage != DuckDbType.BigInt)
            throw Refused("unscaled decimals");
        values.CopyTo(new Span<long>((long*)_data + row, values.Length));
    }
}
