using System.Globalization;
using Mainstay.Ledger.Import;

namespace Mainstay.Cli.Modelling;

/// <summary>Every step of every curve, one line each: survival without a cause, incidence with one.</summary>
internal static class SurvivalCsv
{
    public static void Write(TextWriter writer, SurvivalAnswer answer)
    {
        CsvText.WriteLine(writer, ["group", "cause", "t", "at_risk", "events", "survival", "incidence", "low", "high"]);
        foreach (var group in answer.Groups)
        {
            foreach (var p in group.Curve.Points)
                Line(group.Name, "", [p.Time, p.AtRisk, p.Events, p.Survival, null, p.Low, p.High]);
            for (var cause = 1; cause <= answer.Causes.Count; cause++)
            {
                foreach (var p in group.PointsOf(cause))
                {
                    Line(group.Name, answer.Causes[cause - 1],
                        [p.Time, p.AtRisk, p.Events, null, p.Incidence, p.Low, p.High]);
                }
            }
        }

        void Line(string group, string cause, double?[] numbers) => CsvText.WriteLine(
            writer, [group, cause, .. numbers.Select(n => n?.ToString(CultureInfo.InvariantCulture) ?? "")]);
    }
}
