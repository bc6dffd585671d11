namespace Mainstay.Cli.Modelling.Summaries;

/// <summary>What takes in the rows of a summary, one by one: a kind of summary each.</summary>
internal interface ISummaryReading
{
    /// <summary>Takes one row, or leaves it out and says why.</summary>
    void Take(SummaryRow row);
}
