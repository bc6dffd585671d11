using System.Collections.ObjectModel;

namespace Mainstay.Statistics.Fitting;

/// <summary>Values under the paper's letters, kept in the paper's order.</summary>
internal static class Letters
{
    public static IReadOnlyDictionary<string, double> None { get; } = ReadOnlyDictionary<string, double>.Empty;

    public static IReadOnlyDictionary<string, double> Of(params ReadOnlySpan<(string Letter, double Value)> values)
    {
        var ordered = new OrderedDictionary<string, double>(values.Length, StringComparer.Ordinal);
        foreach (var (letter, value) in values)
            ordered.Add(letter, value);
        return new ReadOnlyDictionary<string, double>(ordered);
    }

    /// <summary>Standard errors of parameters whose logarithms have these; none where there are none.</summary>
    public static IReadOnlyDictionary<string, double> OfErrors(
        IReadOnlyList<string> letters, double[]? ofLogarithms, double[] values) =>
        ofLogarithms is null ? None : Of(letters, [.. values.Select((value, i) => ofLogarithms[i] * value)]);

    public static IReadOnlyDictionary<string, double> Of(IReadOnlyList<string> letters, ReadOnlySpan<double> values)
    {
        var ordered = new OrderedDictionary<string, double>(letters.Count, StringComparer.Ordinal);
        for (var i = 0; i < letters.Count; i++)
            ordered.Add(letters[i], values[i]);
        return new ReadOnlyDictionary<string, double>(ordered);
    }
}
