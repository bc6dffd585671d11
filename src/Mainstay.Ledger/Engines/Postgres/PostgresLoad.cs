using System.Text;

namespace Mainstay.Ledger.Engines.Postgres;

/// <summary>Rows on their way into PostgreSQL.</summary>
internal sealed class PostgresLoad(PostgresCopy copy) : IBulkLoad
{
    public void Append(long? value)
    {
        if (value is { } number)
            copy.Integer(number);
        else
            copy.Null();
    }

    public void Append(double? value)
    {
        if (value is { } number)
            copy.Double(number);
        else
            copy.Null();
    }

    public void Append(decimal? value)
    {
        if (value is { } number)
            copy.Numeric(number);
        else
            copy.Null();
    }

    public void Append(DateOnly? value)
    {
        if (value is { } day)
            copy.Date(day);
        else
            copy.Null();
    }

    public void Append(string? value)
    {
        if (value is not null)
            copy.Utf8(Encoding.UTF8.GetBytes(value));
        else
            copy.Null();
    }

    public void Append(Guid? value)
    {
        if (value is { } id)
            copy.Id(id);
        else
            copy.Null();
    }

    public void AppendAny(object? value)
    {
        switch (value)
        {
            case null:
                copy.Null();
                break;
            case long number:
                copy.Integer(number);
                break;
            case bool flag:
                copy.Boolean(flag);
                break;
            case string text:
                Append(text);
                break;
            case Guid id:
                copy.Id(id);
                break;
            case decimal number:
                copy.Numeric(number);
                break;
            case DateOnly day:
                copy.Date(day);
                break;
            case DateTimeOffset instant:
                copy.Instant(instant);
                break;
            default:
                throw new NotSupportedException($"A {value.GetType().Name} cannot be loaded.");
        }
    }

    public void EndRow() => copy.EndRow();

    public void Complete() => copy.Complete();

    public void Dispose() => copy.Dispose();
}
