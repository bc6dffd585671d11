namespace Mainstay.Ledger.Engines;

/// <summary>
/// Rows on their way into a table, value by value in the order of its columns. <see cref="Complete"/> stores them;
/// disposing without it may drop them.
/// </summary>
public interface IBulkLoad : IDisposable
{
    void Append(long? value);

    void Append(double? value);

    void Append(decimal? value);

    void Append(DateOnly? value);

    void Append(string? value);

    void Append(Guid? value);

    /// <summary>A value of any of the types above, when it is not known before.</summary>
    void AppendAny(object? value);

    void EndRow();

    /// <summary>Stores every row.</summary>
    void Complete();
}
