using System.Globalization;
using System.Text;

namespace Mainstay.Demo;

/// <summary>Writes orders and refunds as CSV, a file per calendar year. Mutable: it owns the open file.</summary>
internal sealed class SampleLog(string folder) : IDisposable
{
    private const string Header = "order_id,line,date,customer_id,name,email,country,channel,sku,description,"
        + "quantity,unit_price,discount,amount,cost,currency,member";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly List<string> _paths = [];
    private readonly StringBuilder _row = new();
    private StreamWriter? _writer;
    private int _year;

    public IReadOnlyList<string> Paths => _paths;

    public long Rows { get; private set; }

    /// <summary>One order line, or with a negative amount one refund.</summary>
    public void Write(SampleHead head, int line, SampleProduct product, int? quantity, SampleMoney money)
    {
        Open(head.Day.Year);
        _row.Clear();
        Text(head.OrderId).Append(line).Append(',');
        _row.Append(CultureInfo.InvariantCulture, $"{head.Day:yyyy-MM-dd},");
        Text(head.CustomerId);
        Text(head.Name);
        Text(head.Email);
        Text(head.Country);
        Text(head.Channel);
        Text(product.Sku);
        Text(product.Description);
        _row.Append(CultureInfo.InvariantCulture, $"{quantity},");
        Pence(quantity > 0 ? product.Price : null);   // a refund states what was given back, not a price
        Pence(money.Discount);
        Pence(money.Amount);
        Pence(money.Cost);
        _row.Append("GBP,").Append(head.Member).Append('\n');
        _writer!.Write(_row);
        Rows++;
    }

    public void Dispose() => _writer?.Dispose();

    private void Open(int year)
    {
        if (_writer is not null && year == _year)
            return;
        _writer?.Dispose();
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"orders-{year}.csv"));
        _writer = new StreamWriter(path, append: false, Utf8, 1 << 16);
        _writer.Write(Header);
        _writer.Write('\n');
        _paths.Add(path);
        _year = year;
    }

    private StringBuilder Text(string value)
    {
        if (value.Contains(',', StringComparison.Ordinal))
            _row.Append('"').Append(value).Append('"');
        else
            _row.Append(value);
        return _row.Append(',');
    }

    private void Pence(long? pence)
    {
        if (pence is { } amount)
        {
            var size = Math.Abs(amount);
            _row.Append(amount < 0 ? "-" : "").Append(size / 100).Append('.');
            _row.Append((char)('0' + size % 100 / 10)).Append((char)('0' + size % 10));
        }

        _row.Append(',');
    }
}
