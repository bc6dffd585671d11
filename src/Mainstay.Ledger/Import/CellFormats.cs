namespace Mainstay.Ledger.Import;

/// <summary>How the dates and numbers of one file are written; found once, applied to every row.</summary>
/// <param name="DateOrder">Day or month first; null where no date needs it.</param>
/// <param name="DecimalComma">True for <c>1.234,50</c>.</param>
/// <param name="NamesCurrency">True when amounts carry a currency of their own.</param>
/// <param name="HasInstants">True when dates name a zone, so that the instant behind the day is kept.</param>
/// <param name="Notes">What was inferred and may surprise.</param>
internal sealed record CellFormats(
    DateOrder? DateOrder, bool DecimalComma, bool NamesCurrency, bool HasInstants, IReadOnlyList<string> Notes);
