using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Mainstay.Ledger.Import;

/// <summary>Takes the rows of one file and counts them. Mutable: it is the running total of a reading.</summary>
internal sealed class StagedFileWriter(StagingTables tables, BusinessCalendar calendar, int file)
{
    private const int MostListed = 20;

    private readonly Dictionary<string, long> _currencies = new(StringComparer.Ordinal);
    private readonly HashSet<int>? _customers = file > 1 ? [] : null;
    private int _firstDay = int.MaxValue;
    private int _lastDay = int.MinValue;

    public long RowsRead { get; private set; }

    public long Staged { get; private set; }

    public long Rejected { get; private set; }

    public long LeftOut { get; private set; }

    public long Refunds { get; private set; }

    public long ContradictoryAmounts { get; private set; }

    /// <summary>Different customers of this file.</summary>
    public long Customers => _customers?.Count ?? tables.Customers.Count;

    /// <summary>True when a row named a currency although the first rows named none, so that it could not be kept.</summary>
    public bool MissedCurrency { get; private set; }

    public List<ContradictoryAmount> Contradictions { get; } = [];

    public List<PreviewRow> Preview { get; } = [];

    public List<RejectedRow> FirstRejects { get; } = [];

    public List<string> Notes { get; } = [];

    public IReadOnlyDictionary<string, long> Currencies => _currencies;

    /// <summary>First and last day staged; null without rows.</summary>
    public (DateOnly First, DateOnly Last)? Days => Staged == 0 ? null : (Moment.Date(_firstDay), Moment.Date(_lastDay));

    /// <summary>The last day staged, as days since 1970.</summary>
    public int LastDay => _lastDay;

    /// <summary>The day of a moment in the business's time zone.</summary>
    public Moment Place(Moment moment) => calendar.Place(moment);

    /// <summary>Counts a row of the file, and says how many there are by now.</summary>
    public long CountRow() => ++RowsRead;

    /// <summary>Counts a row understood and left out on purpose.</summary>
    public void LeaveOut() => LeftOut++;

    /// <summary>Stages a row whose moment has been placed.</summary>
    public void Write(in StagedLine line)
    {
        var customer = tables.Append(line, file);
        if (customer >= 0)
            _customers?.Add(customer);
        Staged++;
        if (line.Amount < 0)
            Refunds++;
        _firstDay = Math.Min(_firstDay, line.Moment.Day);
        _lastDay = Math.Max(_lastDay, line.Moment.Day);
        if (line.Currency is not null)
            CountCurrency(line);
        if (line.Contradiction)
            Contradict(line);
        if (Preview.Count < MostListed)
            Preview.Add(Understood(line));
    }

    /// <summary>Keeps a row that could not be understood, with the reason.</summary>
    public void Reject(long row, string reason, ReadOnlySpan<byte> original)
    {
        var rejected = new RejectedRow(row, reason, Encoding.UTF8.GetString(original));
        tables.Reject(rejected, file);
        Rejected++;
        if (FirstRejects.Count < MostListed)
            FirstRejects.Add(rejected);
    }

    /// <summary>Says something about many rows at once, where there are any.</summary>
    public void Note(long count, string one, string many)
    {
        if (count > 0)
            Notes.Add(count == 1 ? one : string.Format(CultureInfo.InvariantCulture, many, count.ToString("N0", CultureInfo.InvariantCulture)));
    }

    /// <summary>An order that never counts needs no exchange rate.</summary>
    private void CountCurrency(in StagedLine line)
    {
        MissedCurrency |= !tables.Fills(StagedColumns.Currency);
        if (line.CancelledOn is null || line.CancelledOn > line.Moment.Day)
            CollectionsMarshal.GetValueRefOrAddDefault(_currencies, line.Currency!, out _)++;
    }

    private void Contradict(in StagedLine line)
    {
        ContradictoryAmounts++;
        if (Contradictions.Count < MostListed)
            Contradictions.Add(new ContradictoryAmount(
                line.Row, Money(line.Amount)!.Value, Money(LineArithmetic.Product(line.Quantity ?? AmountText.Scale, line.UnitPrice ?? 0)) ?? 0));
    }

    private static PreviewRow Understood(in StagedLine line) => new()
    {
        RowNumber = line.Row,
        Order = TextOf(line.Order),
        Customer = TextOf(line.Customer),
        Day = Moment.Date(line.Moment.Day),
        Product = TextOf(line.Sku) ?? TextOf(line.Description),
        Quantity = Money(line.Quantity),
        Amount = Money(line.Amount),
        Cost = Money(line.Cost),
        Currency = line.Currency,
        Status = line.Amount < 0 ? "refund" : line.CancelledOn is null ? "placed" : "cancelled",
    };

    private static string? TextOf(ReadOnlySpan<byte> text) => text.Length == 0 ? null : Encoding.UTF8.GetString(text);

    private static decimal? Money(long? scaled) => scaled is { } value ? (decimal)value / AmountText.Scale : null;
}
