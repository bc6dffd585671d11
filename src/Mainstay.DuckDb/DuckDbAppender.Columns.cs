namespace Mainstay.DuckDb;

/// <summary>Columns written in the form the engine stores, for readers of very large files.</summary>
public sealed partial class DuckDbAppender
{
    /// <summary>
    /// Values of a DECIMAL column of 10 to 18 digits as whole numbers of its smallest unit: 12.50 in DECIMAL(18,4) is
    /// 125000.
    /// </summary>
    public void WriteUnscaled(int column, ReadOnlySpan<long> values) =>
        Rows(column, values.Length).UnscaledSpan(_row, values);

    /// <summary>A text in UTF-8 in one of the rows being written; <paramref name="row"/> counts from the current one.</summary>
    public void WriteUtf8(int column, int row, ReadOnlySpan<byte> value) => Rows(column, row + 1).Utf8(_row + row, value);
}
