using System.Globalization;
using System.Text;

namespace Mainstay.Ledger.Import.Facts;

/// <summary>
/// Reads the cells of one row into a fact; the first that cannot be understood is the reason the row is rejected for.
/// </summary>
internal sealed class FactCells(FactColumns columns, CellFormats formats, BusinessCalendar calendar, string? currency)
{
    private const long ShareScale = 100_000_000;

    private readonly (FactField Field, int Column)[] _mapped = [.. columns.Mapped];
    private readonly byte[]? _currency = currency is null ? null : Encoding.UTF8.GetBytes(currency);
    private readonly Dictionary<string, byte[]> _currencies = new(StringComparer.Ordinal);

    private readonly Dictionary<FactField, Dictionary<string, byte[]>> _choices = columns.Mapped
        .Where(pair => pair.Field.Choices.Count > 0)
        .ToDictionary(pair => pair.Field, pair => Spellings(pair.Field));

    /// <summary>Reads every mapped cell; null when all could be understood, else why not.</summary>
    public string? Read(TableReader reader, ref FactRow fact)
    {
        fact.Row = reader.Row;
        fact.Currency = _currency;
        foreach (var (field, column) in _mapped)
        {
            var cell = Cell.Trim(reader[column]);
            if (ExpectedOf(field, cell, ref fact) is { } expected)
                return OrderShape.Reason(columns.NameOf(column), Cell.IsBlank(cell) ? default : cell, expected);
        }

        return null;
    }

    /// <summary>What every cell that cannot be understood should have held, by field.</summary>
    public Dictionary<string, string> FaultsOf(TableReader reader)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var fact = new FactRow();
        foreach (var (field, column) in _mapped)
        {
            if (ExpectedOf(field, Cell.Trim(reader[column]), ref fact) is { } expected)
                faults.Add(field.Name, $"Expected {expected}.");
        }

        return faults;
    }

    /// <summary>What a cell should have held; null where it can be understood.</summary>
    private string? ExpectedOf(FactField field, ReadOnlySpan<byte> cell, ref FactRow fact)
    {
        if (Cell.IsBlank(cell))
            return field.IsRequired ? Expected(field) : null;
        return TryRead(field, cell, ref fact, out var expected) ? null : expected ?? Expected(field);
    }

    private bool TryRead(FactField field, ReadOnlySpan<byte> cell, ref FactRow fact, out string? expected)
    {
        expected = null;
        switch (field.Cell)
        {
            case FactCell.Text:
                fact.Set(field.Slot, field.Slot == FactSlot.Email ? OrderShape.Lower(cell) : cell);
                return true;
            case FactCell.Day or FactCell.Month:
                return TryDay(field, cell, ref fact);
            case FactCell.Number or FactCell.Money or FactCell.SignedMoney:
                return TryNumber(field, cell, ref fact, out expected);
            case FactCell.Currency:
                fact.Currency = CurrencyOf(cell);
                return true;
            case FactCell.Equation:
                var read = EquationText.TryRead(Encoding.UTF8.GetString(cell), formats.DecimalComma, out var equation);
                fact.Set(field.Slot, Encoding.UTF8.GetBytes(equation));
                return read;
            case FactCell.Share:
                return TryShare(field, cell, ref fact);
            default:
                return TryChoice(field, cell, ref fact);
        }
    }

    private bool TryDay(FactField field, ReadOnlySpan<byte> cell, ref FactRow fact)
    {
        Moment moment;
        if (field.Cell == FactCell.Month && TryMonth(cell, out moment))
        {
            fact.Day = moment.Day;
            return true;
        }

        if (!DateText.TryParse(cell, formats.DateOrder, out moment))
            return false;
        var day = calendar.Place(moment).Day;
        if (field.Cell == FactCell.Month)
            day -= Moment.Date(day).Day - 1;
        if (field.Slot == FactSlot.Until)
            fact.Until = day;
        else
            fact.Day = day;
        return true;
    }

    /// <summary><c>2024-03</c> or <c>03/2024</c>.</summary>
    private static bool TryMonth(ReadOnlySpan<byte> cell, out Moment moment)
    {
        moment = default;
        if (cell.Length != 7)
            return false;
        return cell[4] is (byte)'-' or (byte)'/' or (byte)'.'
            ? DateText.TryDate(DateText.Number(cell[..4]), DateText.Number(cell[5..]), 1, out moment)
            : cell[2] is (byte)'-' or (byte)'/' or (byte)'.'
                && DateText.TryDate(DateText.Number(cell[3..]), DateText.Number(cell[..2]), 1, out moment);
    }

    private bool TryNumber(FactField field, ReadOnlySpan<byte> cell, ref FactRow fact, out string? expected)
    {
        expected = null;
        if (!AmountText.TryParse(cell, formats.DecimalComma, out var number, out var written))
        {
            if (AmountText.TryParse(cell, !formats.DecimalComma, out _, out _))
                expected = $"a number; set --decimal-comma {(formats.DecimalComma ? "no" : "yes")}";
            return false;
        }

        if (number < 0 && field.Cell != FactCell.SignedMoney)
            return false;
        if (written is not null && field.Cell != FactCell.Number && fact.Currency.Length == 0)
            fact.Currency = CurrencyOf(Encoding.UTF8.GetBytes(written));
        fact.Set(field.Slot, number);
        return true;
    }

    private bool TryShare(FactField field, ReadOnlySpan<byte> cell, ref FactRow fact)
    {
        var text = Encoding.UTF8.GetString(cell);
        var percent = text.EndsWith('%');
        text = text.TrimEnd('%', ' ', '\u00A0');
        if (formats.DecimalComma || !text.Contains('.', StringComparison.Ordinal))
            text = text.Replace(',', '.');
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share))
            return false;
        share = percent ? share / 100 : share;
        if (share > 1)
            return false;
        fact.Set(field.Slot, (long)decimal.Round(share * ShareScale, MidpointRounding.AwayFromZero));
        return true;
    }

    private bool TryChoice(FactField field, ReadOnlySpan<byte> cell, ref FactRow fact)
    {
        var spelling = OrderFields.Normalise(Encoding.UTF8.GetString(cell));
        if (!_choices[field].TryGetValue(spelling, out var kept))
            return false;
        if (field.Slot == FactSlot.Share)
            fact.Share = DateText.Number(kept) * ShareScale;
        else
            fact.Set(field.Slot, kept);
        return true;
    }

    private byte[] CurrencyOf(ReadOnlySpan<byte> cell)
    {
        var spelling = Encoding.UTF8.GetString(cell);
        if (!_currencies.TryGetValue(spelling, out var code))
            _currencies.Add(spelling, code = Encoding.UTF8.GetBytes(OrderShape.CurrencyOf(cell) ?? spelling));
        return code;
    }

    private static Dictionary<string, byte[]> Spellings(FactField field)
    {
        var spellings = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (word, kept) in field.Choices)
            spellings.TryAdd(OrderFields.Normalise(word), Encoding.UTF8.GetBytes(kept));
        return spellings;
    }

    private static string Expected(FactField field) => field.Cell switch
    {
        FactCell.Day => "a date such as 2024-04-25",
        FactCell.Month => "a month such as 2024-04",
        FactCell.Number or FactCell.Money => "a number, 0 or more",
        FactCell.SignedMoney => "a number",
        FactCell.Share => "a fraction from 0 to 1, or a percentage",
        FactCell.Equation => "minutes by drivers, such as 0.5 + 6.5*special + 0.2*air",
        FactCell.Choice => "one of " + string.Join(", ", field.Choices.DistinctBy(choice => choice.Kept)
            .Select(choice => choice.Word)),
        _ => field.Meaning,
    };
}
