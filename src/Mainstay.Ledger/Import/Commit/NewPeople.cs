using System.Globalization;

namespace Mainstay.Ledger.Import.Commit;

/// <summary>What to say of people whom a file of facts names and the ledger does not know.</summary>
public static class NewPeople
{
    /// <summary>A sentence for the person importing; null where all are known.</summary>
    public static string? Sentence(ImportReport report)
    {
        if (report.NewPeople == 0)
            return null;
        var who = report.NewPeople == 1
            ? $"One person in it is new to the ledger: {report.NewPerson}."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{report.NewPeople:N0} people in it are new to the ledger, {report.NewPerson} for one.");
        return who + " If they have ordered, their keys are spelt otherwise in the orders: undo, and write them alike.";
    }
}
