using System.Buffers;
using System.Text;

namespace Mainstay.Ledger.Import.Facts;

/// <summary>Turns rows of a file into staged facts, or into rejects. Mutable: it reuses what a row is put together in.</summary>
internal sealed class FactRows
{
    private readonly FactColumns _columns;
    private readonly FactCells _cells;
    private readonly FactDrivers _drivers;
    private readonly FactStaging _staging;
    private readonly FactShape _shape;
    private readonly ArrayBufferWriter<byte> _key = new();
    private readonly byte[] _kind;
    private readonly byte[] _mark;
    private readonly int _sku;
    private readonly int _cost;
    private readonly bool _isShopify;

    public FactRows(FactColumns columns, FactCells cells, FactDrivers drivers, FactStaging staging)
    {
        (_columns, _cells, _drivers, _staging, _shape) = (columns, cells, drivers, staging, columns.Shape);
        _kind = Encoding.UTF8.GetBytes(_shape.Stored);
        _mark = Encoding.UTF8.GetBytes(_shape.Mark);
        (_sku, _cost) = (columns["sku"], columns["unit_cost"]);
        _isShopify = _sku >= 0 && OrderFields.Normalise(columns.NameOf(_sku)) == "variantsku";
    }

    /// <summary>Takes one row that is not blank.</summary>
    public void Take(TableReader reader, TableSource table)
    {
        var fact = new FactRow();
        if (_isShopify && IsWithoutCost(reader))
        {
            _staging.LeaveOut();
            return;
        }

        var fault = OrderFileReader.FaultOf(reader, table) ?? _cells.Read(reader, ref fact) ?? _drivers.Read(reader, ref fact)
            ?? FactRules.FaultOf(_shape, fact);
        if (fault is not null)
        {
            _staging.Reject(reader.Row, fault, reader.Original);
            return;
        }

        if (fact.Mark.Length == 0)
            fact.Mark = _mark;
        if (_staging.IsShown)
            _staging.Preview.Add(Preview(reader));
        Write(ref fact);
    }

    private void Write(ref FactRow fact)
    {
        switch (_shape.Kind)
        {
            case FactFileKind.ActivityTimes:
                WriteTimes(ref fact);
                return;
            case FactFileKind.Activities:
                fact.Quantity ??= AmountText.Scale;
                break;
            case FactFileKind.OrderCosts:
                WriteCost(fact, "payment_fee"u8, fact.Fee);
                WriteCost(fact, "delivery"u8, fact.Delivery);
                if (fact.Amount is null)
                    return;
                break;
        }

        fact.Key = FactRules.KeyOf(_shape, fact, _key);
        _staging.Write(fact, _kind);
    }

    /// <summary>The volume beside a unit time is an activity of nobody's.</summary>
    private void WriteTimes(ref FactRow fact)
    {
        var quantity = fact.Quantity;
        fact.Quantity = null;
        fact.Key = FactRules.KeyOf(_shape, fact, _key);
        _staging.Write(fact, _kind);
        if (quantity is null)
            return;
        (fact.Quantity, fact.Minutes) = (quantity, null);
        fact.Detail = fact.Channel = default;
        fact.Mark = "measured"u8;   // how often is counted, however long one takes
        _staging.Write(fact, "activity"u8);
    }

    private void WriteCost(FactRow fact, ReadOnlySpan<byte> kind, long? amount)
    {
        if (amount is null)
            return;
        fact.Name = kind;
        fact.Amount = amount;
        fact.Key = FactRules.KeyOf(_shape, fact, _key);
        _staging.Write(fact, _kind);
    }

    /// <summary>A shop's products file has rows for pictures, and articles nobody has costed.</summary>
    private bool IsWithoutCost(TableReader reader) =>
        Cell.IsBlank(Cell.Trim(reader[_sku])) || Cell.IsBlank(Cell.Trim(reader[_cost]));

    private FactPreview Preview(TableReader reader)
    {
        var values = new List<string?>();
        foreach (var (_, column) in _columns.Mapped)
        {
            var cell = Cell.Trim(reader[column]);
            values.Add(Cell.IsBlank(cell) ? null : Encoding.UTF8.GetString(cell));
        }

        return new FactPreview(reader.Row, values);
    }
}
