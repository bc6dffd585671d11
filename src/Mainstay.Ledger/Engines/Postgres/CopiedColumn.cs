namespace Mainstay.Ledger.Engines.Postgres;

/// <summary>
/// One column on its way into a COPY. Its values are asked for once per chunk: where the other engine stores them in
/// another form, asking converts the whole chunk. Mutable: it holds the current chunk.
/// </summary>
internal abstract class CopiedColumn(IColumnReader rows, int column)
{
    private bool _hasNulls;

    protected IColumnReader Rows { get; } = rows;

    protected int Column { get; } = column;

    public static CopiedColumn Of(IColumnReader rows, int column) => rows.Kind(column) switch
    {
        ColumnKind.Integer => new Values<long>(rows, column, static (copy, value) => copy.Integer(value)),
        ColumnKind.Double => new Values<double>(rows, column, static (copy, value) => copy.Double(value)),
        ColumnKind.Decimal => new Values<decimal>(rows, column, static (copy, value) => copy.Numeric(value)),
        ColumnKind.Boolean => new Values<bool>(rows, column, static (copy, value) => copy.Boolean(value)),
        ColumnKind.Date => new Values<DateOnly>(rows, column, static (copy, value) => copy.Date(value)),
        ColumnKind.Instant => new Values<DateTimeOffset>(rows, column, static (copy, value) => copy.Instant(value)),
        ColumnKind.Guid => new Values<Guid>(rows, column, static (copy, value) => copy.Id(value)),
        _ => new Texts(rows, column),
    };

    /// <summary>Takes the reader's current chunk.</summary>
    public virtual void Read() => _hasNulls = Rows.HasNulls(Column);

    /// <summary>Writes the value of a row of the chunk.</summary>
    public void Write(PostgresCopy copy, int row)
    {
        if (_hasNulls && Rows.IsNull(Column, row))
            copy.Null();
        else
            WriteValue(copy, row);
    }

    protected abstract void WriteValue(PostgresCopy copy, int row);

    private sealed class Values<T>(IColumnReader rows, int column, Action<PostgresCopy, T> write)
        : CopiedColumn(rows, column)
        where T : unmanaged
    {
        private T[] _values = [];

        public override void Read()
        {
            base.Read();
            var values = Rows.Values<T>(Column);
            if (_values.Length < values.Length)
                _values = new T[values.Length];
            values.CopyTo(_values);
        }

        protected override void WriteValue(PostgresCopy copy, int row) => write(copy, _values[row]);
    }

    private sealed class Texts(IColumnReader rows, int column) : CopiedColumn(rows, column)
    {
        protected override void WriteValue(PostgresCopy copy, int row) => copy.Utf8(Rows.Utf8(Column, row));
    }
}
