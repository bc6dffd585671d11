using Mainstay.Statistics.Survival;

namespace Mainstay.Cli.Modelling;

/// <summary>What is known about durations: each group's curves and whether they differ.</summary>
/// <param name="Groups">In order of name.</param>
/// <param name="Causes">The causes, where there are two or more; else none.</param>
/// <param name="LogRank">Whether the groups differ in when an event comes, of whatever cause.</param>
/// <param name="Notes">What a careful reader should know.</param>
internal sealed record SurvivalAnswer(
    IReadOnlyList<SurvivalGroup> Groups, IReadOnlyList<string> Causes, LogRank LogRank, IReadOnlyList<string> Notes)
{
    /// <summary>Why there is no test; null where there is one.</summary>
    public string? LogRankReason => LogRank.ChiSquared is not null ? null
        : Groups.Count == 1 ? "there is one group"
        : LogRank.Diagnosis[0].Message;

    public static SurvivalAnswer Of(DurationReading reading)
    {
        SurvivalGroup[] groups = [.. reading.Groups.Select(group => SurvivalGroup.Of(group.Key, group.Value))];
        var causes = reading.Words.Causes.Count > 1 ? reading.Words.Causes : [];
        var test = LogRank.Compare([.. groups.Select(group => group.Times)]);
        return new(groups, causes, test, [.. Doubts(reading, groups)]);
    }

    private static IEnumerable<string> Doubts(DurationReading reading, SurvivalGroup[] groups)
    {
        if (!reading.Words.IsCensored && reading.Words.Causes.Count > 1)
        {
            yield return "Every row has a cause. If one of the words means “not yet”, write it as censored, or leave "
                + $"the cell empty: {string.Join(", ", reading.Words.Causes.Take(6))}.";
        }

        foreach (var group in groups)
        {
            foreach (var found in group.Curves.Diagnosis)
                yield return groups.Length == 1 ? found.Message : $"{group.Name}: {found.Message}";
        }
    }
}
