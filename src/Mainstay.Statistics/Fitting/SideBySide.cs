namespace Mainstay.Statistics.Fitting;

/// <summary>Independent pieces of work on every core, their results in the order they were asked for.</summary>
internal static class SideBySide
{
    public static TResult[] Run<T, TResult>(
        IReadOnlyList<T> items, Func<T, TResult> work, CancellationToken cancellationToken)
    {
        var results = new TResult[items.Count];
        Parallel.For(
            0, items.Count, new ParallelOptions { CancellationToken = cancellationToken },
            i => results[i] = work(items[i]));
        return results;
    }
}
