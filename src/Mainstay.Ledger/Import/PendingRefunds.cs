using System.Globalization;

namespace Mainstay.Ledger.Import;

/// <summary>Refunds without a date, written once the last day of the file is known. Mutable: it gathers them.</summary>
internal sealed class PendingRefunds
{
    private readonly List<PendingRefund> _refunds = [];

    /// <summary>Keeps a refund until <see cref="Write"/>.</summary>
    public void Add(PendingRefund refund) => _refunds.Add(refund);

    /// <summary>Dates the refunds on the last day of the file, and says so with the reason.</summary>
    public void Write(StagedFileWriter writer, string reason)
    {
        if (_refunds.Count == 0)
            return;
        var day = writer.LastDay;
        foreach (var refund in _refunds)
        {
            writer.Write(new StagedLine
            {
                Row = refund.Row,
                Order = refund.Order,
                Line = "refund"u8,
                Customer = refund.Customer,
                Email = refund.Email,
                Currency = refund.Currency,
                Moment = new Moment(day, 0, IsInstant: false),
                Amount = -refund.Amount,
            });
        }

        var date = Moment.Date(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        writer.Note(_refunds.Count, $"1 refund is dated {date}, the last day of the file: {reason}.",
            $"{{0}} refunds are dated {date}, the last day of the file: {reason}.");
    }
}
