namespace Mainstay.Ledger.Import.Facts;

/// <summary>One kind of file of facts: its columns, and what its rows become.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Word">The word for <c>--as</c>.</param>
/// <param name="Stored">What a fact of it is called in the ledger.</param>
/// <param name="Sentence">What it is, for a person: <c>a file of resource pools</c>.</param>
/// <param name="Fields">Its columns.</param>
public sealed record FactShape(
    FactFileKind Kind, string Word, string Stored, string Sentence, IReadOnlyList<FactField> Fields)
{
    /// <summary>What a row rests on that does not say so.</summary>
    public string Mark { get; init; } = "measured";

    /// <summary>
    /// Whether rows may be dated later than today: what holds from a day on may be known before, what happened may not.
    /// </summary>
    public bool MayLieAhead { get; init; }

    /// <summary>Columns of which every row needs one.</summary>
    public IReadOnlyList<string> OneOf { get; init; } = [];

    /// <summary>
    /// What names a fact, so that a later file can correct it; without, its id does, else all it says.
    /// </summary>
    internal IReadOnlyList<FactSlot> Key { get; init; } = [];

    /// <summary>Whether whose fact it is belongs to its name.</summary>
    internal bool IsKeyedByCustomer => Key.Contains(FactSlot.Customer);
}
