namespace Mainstay.Ledger.Import;

/// <summary>What a quote at the start of a cell means.</summary>
internal enum DelimitedQuotes
{
    /// <summary>It opens a cell that may hold delimiters and line ends.</summary>
    Enclose,

    /// <summary>Nothing: it is a letter like any other.</summary>
    AreLetters,
}
