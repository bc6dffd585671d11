namespace Mainstay.Ledger.Import.Facts;

/// <summary>What was read from a file of facts into <c>staged_facts</c> and <c>staged_rejects</c>.</summary>
public sealed record StagedFacts : FileReading
{
    /// <summary>The shape it was read by.</summary>
    public required FactFileKind Kind { get; init; }

    /// <summary>Counts of time equations that its columns give.</summary>
    public IReadOnlyList<string> Drivers { get; init; } = [];

    /// <summary>The first rows as understood.</summary>
    public IReadOnlyList<FactPreview> Preview { get; init; } = [];
}
