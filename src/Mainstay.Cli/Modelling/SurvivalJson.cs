using System.Text.Json;
using Mainstay.Statistics.Survival;
using static Mainstay.Cli.Shell.JsonText;

namespace Mainstay.Cli.Modelling;

/// <summary>The contract's JSON of <c>model survival</c>.</summary>
internal static class SurvivalJson
{
    public static void Write(Utf8JsonWriter json, SurvivalAnswer answer)
    {
        json.WriteStartObject();
        json.WriteStartArray("groups");
        foreach (var group in answer.Groups)
            WriteGroup(json, group, answer.Causes);
        json.WriteEndArray();
        if (answer.LogRank is { ChiSquared: { } chi2, P: { } p } test)
        {
            json.WriteStartObject("log_rank");
            json.WriteNumber("chi2", chi2);
            json.WriteNumber("df", test.DegreesOfFreedom);
            json.WriteNumber("p", p);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("log_rank");
            json.WriteString("log_rank_reason", answer.LogRankReason);
        }

        json.WriteEndObject();
    }

    private static void WriteGroup(Utf8JsonWriter json, SurvivalGroup group, IReadOnlyList<string> causes)
    {
        json.WriteStartObject();
        json.WriteString("name", group.Name);
        json.WriteNumber("n", group.Count);
        json.WriteNumber("events", group.Events);
        WriteValue(json, "median", group.Curve.Median);
        if (group.Curve.Median is null)
            json.WriteString("median_reason", "fewer than half had the event while observed");
        json.WriteStartArray("points");
        foreach (var point in group.Curve.Points)
            WritePoint(json, point);
        json.WriteEndArray();
        if (causes.Count > 0)
            WriteCauses(json, group, causes);
        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, SurvivalPoint point)
    {
        json.WriteStartObject();
        json.WriteNumber("t", point.Time);
        json.WriteNumber("survival", point.Survival);
        WriteValue(json, "low", point.Low);
        WriteValue(json, "high", point.High);
        json.WriteNumber("at_risk", (long)point.AtRisk);
        json.WriteEndObject();
    }

    private static void WriteCauses(Utf8JsonWriter json, SurvivalGroup group, IReadOnlyList<string> causes)
    {
        json.WriteStartArray("causes");
        for (var cause = 1; cause <= causes.Count; cause++)
        {
            json.WriteStartObject();
            json.WriteString("cause", causes[cause - 1]);
            json.WriteNumber("events", group.EventsOf(cause));
            json.WriteStartArray("points");
            foreach (var point in group.PointsOf(cause))
            {
                json.WriteStartObject();
                json.WriteNumber("t", point.Time);
                json.WriteNumber("incidence", point.Incidence);
                WriteValue(json, "low", point.Low);
                WriteValue(json, "high", point.High);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
