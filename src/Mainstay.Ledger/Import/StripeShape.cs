using System.Text;

namespace Mainstay.Ledger.Import;

/// <summary>
/// Stripe's payments export, in the old headers and the new. Each payment is an order; one that failed or was never
/// captured does not count, and what was refunded is a row of its own on its date.
/// </summary>
internal sealed class StripeShape : OrderShape
{
    private readonly NamedColumns _columns;
    private readonly PendingRefunds _refunds = new();
    private readonly int _id;
    private readonly int _created;
    private readonly int _amount;
    private readonly int _refunded;
    private readonly int _refundedOn;
    private readonly int _currency;
    private readonly int _status;
    private readonly int _captured;
    private readonly int _customer;
    private readonly int _email;
    private readonly int _name;
    private readonly int _description;
    private long _notPaid;
    private readonly bool _hasFees;

    public StripeShape(TableSource table)
    {
        _columns = new NamedColumns(table.Columns);
        _id = _columns.For(OrderField.Order, "id");
        _created = _columns.For(OrderField.Date, "Created date (UTC)", "Created (UTC)");
        _amount = _columns.For(OrderField.Amount, "Amount");
        _refunded = _columns["Amount Refunded"];
        _refundedOn = _columns["Refunded date (UTC)", "Refunded (UTC)"];
        _currency = _columns.For(OrderField.Currency, "Currency");
        _status = _columns.For(OrderField.Status, "Status");
        _captured = _columns["Captured"];
        _customer = _columns.For(OrderField.Customer, "Customer ID");
        _email = _columns.For(OrderField.Email, "Customer Email");
        _name = _columns.For(OrderField.Name, "Customer Description", "Card Name");
        _description = _columns.For(OrderField.Description, "Description");
        _hasFees = _columns["Fee"] >= 0;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> DateColumns => _refundedOn < 0 ? [_created] : [_created, _refundedOn];

    /// <inheritdoc/>
    public override IReadOnlyList<int> MoneyColumns => _refunded < 0 ? [_amount] : [_amount, _refunded];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, string> Mapping => _columns.Mapping;

    /// <inheritdoc/>
    public override StagedColumns Columns(CellFormats formats) =>
        StagedColumns.Order | StagedColumns.Line | StagedColumns.Email | StagedColumns.Name | StagedColumns.OrderedAt | StagedColumns.Description
        | StagedColumns.Amount | StagedColumns.Currency | StagedColumns.Cancelled;

    /// <inheritdoc/>
    public override void Read(TableReader row)
    {
        if (!TryInstant(row, _created, out var moment) || !TryMoney(row, _amount, "Amount", out var amount, out _)
            || !TryMoney(row, _refunded, "Amount Refunded", out var refunded, out _))
            return;
        var id = Text(row, _id);
        if (amount is null || id.Length == 0)
        {
            Reject(row, amount is null ? "Amount" : "id", default, amount is null ? "a number" : "the payment's id");
            return;
        }

        var email = Lower(Text(row, _email));
        var customer = Text(row, _customer);
        var line = new StagedLine
        {
            Row = row.Row,
            Order = id,
            Customer = customer.Length > 0 ? customer : email,
            Email = email,
            Name = Text(row, _name),
            Description = Text(row, _description),
            Currency = CurrencyOf(Text(row, _currency)),
            Moment = moment,
            Amount = Math.Abs(amount.Value),
        };
        if (!IsPaid(row))
        {
            line.CancelledOn = moment.Day;
            _notPaid++;
        }

        Writer.Write(line);
        if (line.CancelledOn is null)
            WriteRefund(row, line, Math.Abs(refunded ?? (IsStatus(row, "refunded"u8) ? line.Amount : 0)));
    }

    /// <inheritdoc/>
    public override void Finish()
    {
        _refunds.Write(Writer, "the export gives no date for it");
        Writer.Note(_notPaid, "1 payment failed or was not captured and does not count.",
            "{0} payments failed or were not captured and do not count.");
        if (_hasFees)
            Writer.Notes.Add("Stripe's fees are not taken as the cost of what was sold.");
    }

    private void WriteRefund(TableReader row, StagedLine line, long amount)
    {
        if (amount == 0)
            return;
        amount = Math.Min(amount, line.Amount);
        var cell = _refundedOn < 0 ? default : Cell.Trim(row[_refundedOn]);
        if (!DateText.TryParse(cell, Formats.DateOrder, out var moment))
        {
            _refunds.Add(new PendingRefund(line.Row, line.Order.ToArray(), line.Customer.ToArray(), line.Email.ToArray(), line.Currency, amount));
            return;
        }

        line.Moment = Writer.Place(InUtc(cell, moment));
        line.Line = "refund"u8;
        line.Amount = -amount;
        Writer.Write(line);
    }

    private bool IsPaid(TableReader row)
    {
        var isCaptured = _captured < 0 || !IsWord(Text(row, _captured), "false"u8, "no"u8, "0"u8);
        return isCaptured && (IsStatus(row, "paid"u8) || IsStatus(row, "succeeded"u8) || IsStatus(row, "refunded"u8)
            || IsStatus(row, "partially refunded"u8) || IsStatus(row, "partially_refunded"u8));
    }

    private bool IsStatus(TableReader row, ReadOnlySpan<byte> status) => Cell.Is(Text(row, _status), status);

    private static bool IsWord(ReadOnlySpan<byte> text, ReadOnlySpan<byte> one, ReadOnlySpan<byte> two, ReadOnlySpan<byte> three) =>
        Cell.Is(text, one) || Cell.Is(text, two) || Cell.Is(text, three);

    private bool TryInstant(TableReader row, int column, out Moment moment)
    {
        var cell = Cell.Trim(row[column]);
        if (!DateText.TryParse(cell, Formats.DateOrder, out moment))
        {
            Reject(row, _columns.NameOf(column), cell, "a UTC time such as 2024-04-25 08:26:00");
            return false;
        }

        moment = Writer.Place(InUtc(cell, moment));
        return true;
    }

    /// <summary>The header says UTC, so a time without a zone is an instant too; a bare date stays the day it names.</summary>
    private static Moment InUtc(ReadOnlySpan<byte> cell, Moment moment)
    {
        if (moment.IsInstant)
            return moment;
        var gap = cell.IndexOfAny((byte)' ', (byte)'T');
        return gap > 0 && ClockText.TryParse(cell[gap..], out var micros, out _)
            ? new Moment(moment.Day, moment.Day * 86_400_000_000 + micros, IsInstant: true)
            : moment;
    }
}
