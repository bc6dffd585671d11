using Mainstay.DuckDb;

namespace Mainstay.Ledger.Engines.DuckDb;

/// <summary>Rows on their way into the embedded engine.</summary>
internal sealed class DuckDbLoad(DuckDbAppender rows) : IBulkLoad
{
    public void Append(long? value) => rows.Append(value);

    public void Append(double? value) => rows.Append(value);

    public void Append(decimal? value) => rows.Append(value);

    public void Append(DateOnly? value) => rows.Append(value);

    public void Append(string? value) => rows.Append(value);

    public void Append(Guid? value) => rows.Append(value);

    public void AppendAny(object? value)
    {
        switch (value)
        {
            case null:
                rows.AppendNull();
                break;
            case long number:
                rows.Append(number);
                break;
            case int number:
                rows.Append(number);
                break;
            case bool flag:
                rows.Append(flag);
                break;
            case string text:
                rows.Append(text);
                break;
            case Guid id:
                rows.Append(id);
                break;
            case decimal number:
                rows.Append(number);
                break;
            case DateOnly day:
                rows.Append(day);
                break;
            case DateTimeOffset instant:
                rows.Append(instant);
                break;
            default:
                throw new NotSupportedException($"A {value.GetType().Name} cannot be loaded.");
        }
    }

    public void EndRow() => rows.EndRow();

    public void Complete() => rows.Close();

    public void Dispose() => rows.Dispose();
}
