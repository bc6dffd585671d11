namespace Mainstay.Tests.House;

/// <summary>A house rule's outcome: everything that breaks it at once, each line saying what to do.</summary>
internal static class Verdict
{
    public static void Clean(IEnumerable<string> violations)
    {
        var found = violations.Distinct().ToList();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
