namespace Mainstay.Cli.Modelling.Summaries;

/// <summary>What a summary says of a customer or a cohort, and how its column is usually called, in any case.</summary>
internal sealed record SummaryField(string Name, params string[] Aliases)
{
    public static SummaryField Frequency { get; } = new("x", "frequency");

    public static SummaryField Recency { get; } = new("t_x", "tx", "t.x", "recency");

    public static SummaryField Observed { get; } = new("T", "t.cal");

    public static SummaryField MeanSpend { get; } = new("zbar", "monetary_value");

    public static SummaryField Opportunities { get; } = new("n", "periods");

    public static SummaryField Weight { get; } = new("weight", "weights");

    public static SummaryField LogGaps { get; } = new("litt");

    public static SummaryField Cohort { get; } = new("cohort");

    public static SummaryField Renewals { get; } = new("period");

    public static SummaryField Survivors { get; } = new("survivors");

    public static SummaryField Customer { get; } = new("customer", "customer_id", "id", "cust");

    public static IReadOnlyList<SummaryField> All { get; } =
    [
        Frequency, Recency, Observed, MeanSpend, Opportunities, Weight, LogGaps, Cohort, Renewals, Survivors, Customer,
    ];

    /// <summary>Every name the column goes by.</summary>
    public IEnumerable<string> Names => Aliases.Prepend(Name);

    /// <summary>The field somebody means by a word; null for any other word.</summary>
    public static SummaryField? Meant(string word) =>
        All.FirstOrDefault(field => field.Names.Contains(word, StringComparer.OrdinalIgnoreCase));
}
