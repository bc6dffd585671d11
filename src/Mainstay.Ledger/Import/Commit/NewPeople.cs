using System.Globalization;

namespace Mainstay.Ledger.Import.Commit;

/// <summary>What to say of people whom facts name and a ledger with orders does not know.</summary>
public static class NewPeople
{
    /// <summary>A sentence for the person importing; null where all are known, or nobody could be.</summary>
    public static string? Sentence(ImportReport report) => Sentence(report.NewPeople, report.NewPerson);

    /// <inheritdoc cref="Sentence(ImportReport)"/>
    /// <param name="people">How many are new.</param>
    /// <param name="one">The key of one of them.</param>
    public static string? Sentence(long people, string? one) => people switch
    {
        0 => null,
        1 => $"One person is new to the ledger: {one}. If they have ordered, their key is spelt otherwise in the "
            + "orders: undo, and write it alike.",
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"{people:N0} people are new to the ledger, {one} for one. If they have ordered, their keys are spelt "
            + $"otherwise in the orders: undo, and write them alike."),
    };
}
