namespace Mainstay.Ledger.Import.Facts;

/// <summary>A column of a file of facts.</summary>
/// <param name="Name">The column's name, as documented and as <c>--map</c> takes it.</param>
/// <param name="Cell">What its cells hold.</param>
/// <param name="Meaning">What that is, for a person.</param>
public sealed record FactField(string Name, FactCell Cell, string Meaning)
{
    /// <summary>Other headers it goes by, surest first, as <see cref="OrderFields.Normalise"/> leaves them.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether every row needs it.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The words a <see cref="FactCell.Choice"/> knows, each with what is kept for it.</summary>
    public IReadOnlyList<(string Word, string Kept)> Choices { get; init; } = [];

    /// <summary>Whether it makes sense in a file alone, and not in one fact entered by hand.</summary>
    public bool IsForFiles { get; init; }

    internal FactSlot Slot { get; init; }

    /// <summary>How surely a normalised header means this field: 0 is its name; −1 means it does not.</summary>
    internal int RankOf(string header)
    {
        if (OrderFields.Normalise(Name) == header)
            return 0;
        for (var rank = 0; rank < Aliases.Count; rank++)
        {
            if (Aliases[rank] == header)
                return rank + 1;
        }

        return -1;
    }
}
