using Mainstay.Worth.Tiers;

namespace Mainstay.Tests.Worth.Tiers;

/// <summary>The whale curve's shape against the bank study of source 004 (domain.md §4).</summary>
public class WhaleShapeTests
{
    // Households %, profit %: the source's own figures, which sum to 101 because it rounded.
    private static readonly (double, double)[] s_bank = [(5, 80), (11, 25), (28, 16), (28, 2), (28, -22)];

    [Fact]
    public void The_bank_study_has_the_published_peak_area_and_index()
    {
        var shape = WhaleShape.Of(s_bank)!;
        Assert.Equal(123.0 / 101, shape.Peak, 1e-12);
        Assert.Equal(1.0825248, shape.Area, 1e-7);
        Assert.Equal(0.8115172, shape.StobachoffIndex!.Value, 1e-7);
        Assert.Equal(1.16505, (2 * shape.Area) - 1, 1e-5);
    }

    [Fact]
    public void Without_loss_makers_the_index_is_the_gini_index()
    {
        var shape = WhaleShape.Of([(1, 5), (1, 3), (1, 1), (1, 1)])!;
        // Gini of 1, 1, 3, 5 = Σ|xᵢ − xⱼ| / (2 n² mean) = 28 / 80.
        Assert.Equal(28.0 / 80, shape.StobachoffIndex!.Value, 1e-12);
        Assert.Equal((2 * shape.Area) - 1, shape.StobachoffIndex.Value, 1e-12);
    }

    [Fact]
    public void All_equal_is_zero_and_no_profit_has_no_shape()
    {
        Assert.Equal(0, WhaleShape.Of([(10, 10)])!.StobachoffIndex!.Value, 1e-12);
        Assert.Null(WhaleShape.Of([(1, 5), (1, -5)]));
        Assert.Null(WhaleShape.Of([]));
    }

    [Fact]
    public void Splitting_a_group_of_equals_changes_nothing() =>
        Assert.Equal(WhaleShape.Of(s_bank)!.Area, WhaleShape.Of([(2, 32), (3, 48), .. s_bank[1..]])!.Area, 1e-12);
}
