using System.Collections.Concurrent;

namespace Mainstay.Statistics.Fitting;

/// <summary>
/// Independent pieces of work on every core, their results in the order they were asked for. Each core takes the next
/// piece as it comes free: one may cost a hundred times another.
/// </summary>
internal static class SideBySide
{
    public static TResult[] Run<T, TResult>(
        IReadOnlyList<T> items, Func<T, TResult> work, CancellationToken cancellationToken)
    {
        var results = new TResult[items.Count];
        Parallel.ForEach(
            Partitioner.Create(Enumerable.Range(0, items.Count), EnumerablePartitionerOptions.NoBuffering),
            new ParallelOptions { CancellationToken = cancellationToken },
            i => results[i] = work(items[i]));
        return results;
    }
}
