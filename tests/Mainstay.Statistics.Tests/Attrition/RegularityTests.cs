using Mainstay.Statistics.Attrition;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>[BTYDplus] its vignette and estimator; [domain] recomputed by independent code.</summary>
public sealed class RegularityTests
{
    // ---- published

    [Fact]
    public void Grocery_is_bought_regularly()
    {
        var customers = PurchaseLog.Grocery.Customers.Where(c => c.Gaps.Count > 1).ToList();
        var found = Of(customers.Select(c => (c.Gaps[^2], c.Gaps[^1])))!;
        Assert.Equal(779, found.Customers);
        Assert.Equal(1.82738, found.K, 5.1e-6);
        Assert.Equal(1.82751, found.K, 1e-2);   // BTYDplus, which picks the first gap at random
        Assert.True(found.IsRegular);
    }

    [Fact]
    public void Records_are_not()
    {
        var customers = PurchaseLog.Cdnow.Customers.Where(c => c.Gaps.Count > 1).ToList();
        var found = Of(customers.Select(c => (c.Gaps[^2], c.Gaps[^1])))!;
        Assert.InRange(found.K, .7, 1.1);
        Assert.False(found.IsRegular);
    }

    // ---- identities

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(6)]
    public void Simulated_stages_are_counted_within_the_stated_error_at_any_pace(int k)
    {
        var random = new Random(8);
        double Gap() => Enumerable.Range(0, k).Sum(_ => -Math.Log(1 - random.NextDouble()));
        var pairs = Enumerable.Range(0, 20_000).Select(i => (Pace: Math.Pow(10, i % 4), First: Gap(), Second: Gap()));
        var found = Of(pairs.Select(p => (p.Pace * p.First, p.Pace * p.Second)))!;
        Assert.InRange(found.K, k - (3 * found.StandardError), k + (3 * found.StandardError));
        Assert.InRange(found.StandardError, .001, .1 * k);
        Assert.Equal(k > 1, found.IsRegular);
    }

    [Fact]
    public void Which_gap_comes_first_does_not_matter()
    {
        var (one, other) = (Of([(1, 3), (5, 4), (2, 2)])!, Of([(3, 1), (5, 4), (2, 2)])!);
        Assert.Equal(one, other);
    }

    // ---- degenerate

    [Fact]
    public void From_nothing_or_clockwork_nothing_is_learnt()
    {
        Assert.Null(Of([]));
        Assert.Null(Of([(7, 7), (30, 30)]));
    }

    // ---- refusals

    [Fact]
    public void A_gap_that_is_none_is_named() => Assert.Equal(
        "row 1: later is 0; expected a gap > 0. (Parameter 'later')",
        Assert.Throws<ArgumentException>(() => Of([(7, 7), (30, 0)])).Message);

    private static Regularity? Of(IEnumerable<(double Earlier, double Later)> pairs)
    {
        var all = pairs.ToList();
        return Regularity.Of([.. all.Select(p => p.Earlier)], [.. all.Select(p => p.Later)]);
    }
}
