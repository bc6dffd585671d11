namespace Mainstay.Ledger.Import;

/// <summary>A column somebody named.</summary>
/// <param name="Option">The option that names it, for messages.</param>
/// <param name="Name">Its header, in any case.</param>
/// <param name="HoldsNumbers">Whether its cells tell how the file writes numbers.</param>
public sealed record AskedColumn(string Option, string Name, bool HoldsNumbers = false);
