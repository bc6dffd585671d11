using Mainstay.Ledger.Settings;
using Mainstay.Statistics;

namespace Mainstay.Worth;

/// <summary>What to analyse and how.</summary>
public sealed record AnalysisRequest
{
    /// <summary>End of observation; null: the day of the last order.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>The business's settings: name, currency, rates, tier shares.</summary>
    public BusinessSettings Settings { get; init; } = new();

    /// <summary>The choice is ours: the model that foretold this business's own past best.</summary>
    public const string Auto = "auto";

    /// <summary>Main attrition model: a name of <see cref="CustomerAnalysis.Models"/>, or <see cref="Auto"/>.</summary>
    public string Model { get; init; } = Auto;

    /// <summary>Unit of time of frequency, recency and T: weeks, as in the published studies.</summary>
    public Period Period { get; init; } = Period.Week;

    /// <summary>Rows the import could not understand.</summary>
    public long RejectedRows { get; init; }

    /// <summary>Lines whose amount contradicts quantity × unit price.</summary>
    public long ContradictoryAmounts { get; init; }

    /// <summary>Rows refused for want of an exchange rate.</summary>
    public long RowsWithoutRate { get; init; }

    /// <summary>How lines make orders: counting distinct orders is only worth its time where they differ.</summary>
    public OrderGrain OrderGrain { get; init; }

    /// <summary>Ids of customers are numbers in the order of appearance, as those of files are.</summary>
    public bool CustomersAreNumbered { get; init; }

    /// <summary>
    /// True where the connection is a ledger's and holds facts beside orders; a file of orders knows no more.
    /// </summary>
    public bool KnowsCosts { get; init; }

    /// <summary>What the import has to say to a careful reader.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
