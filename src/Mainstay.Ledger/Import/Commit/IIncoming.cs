using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Settings;

namespace Mainstay.Ledger.Import.Commit;

/// <summary>Staged rows on their way into the ledger: what differs between orders and facts.</summary>
internal interface IIncoming
{
    /// <summary>Fills <c>refused_rows</c>; takes the business's currency and today.</summary>
    SqlFile Refuse { get; }

    /// <summary>What the refused rows said.</summary>
    SqlFile Refused { get; }

    /// <summary>What an import would do; a row of <see cref="IncomingCount"/>.</summary>
    SqlFile Count { get; }

    /// <summary>The table that was staged, with a column <c>currency</c>.</summary>
    string Staged { get; }

    /// <summary>Namespace of the order ids and customer keys.</summary>
    string SourceOf(ImportOptions options);

    /// <summary>Names every row and finds out whether the ledger has it. An empty ledger has none.</summary>
    void Compare(Exchange exchange, string source, BusinessSettings settings, bool isFirst);

    /// <summary>Adds what is new or changed to the ledger, and derives what follows from it.</summary>
    Task WriteAsync(
        Exchange exchange, ImportReport report, bool isFirst, IProgress<string>? progress,
        CancellationToken cancellationToken);
}
