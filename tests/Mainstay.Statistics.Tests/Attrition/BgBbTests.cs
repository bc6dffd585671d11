using System.Globalization;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Fitting;
using Mainstay.Tests;

namespace Mainstay.Statistics.Tests.Attrition;

/// <summary>
/// Sources: [FHS10] the paper and its spreadsheet (note 010); [lifetimes], [BTYD], [pymc] the packages' own tests;
/// [domain] recomputed by independent code. Where an oracle prints n decimals, n decimals are asserted.
/// </summary>
public sealed class BgBbTests
{
    private static readonly BgBb s_paper = new(new(1.204, .750, .657, 2.783));
    private static readonly Lazy<OpportunityHistories> s_donations = new(Donations);
    private static readonly Lazy<Fit<BgBb>> s_fit = new(() => BgBb.Fit(s_donations.Value));

    private static BgBb Fitted => s_fit.Value.Model!;

    // ---- published

    [Fact]
    public void The_fit_to_the_donations_gives_the_published_parameters()
    {
        double[] published = [1.204, .750, .657, 2.783];
        Assert.Equal(published, Fitted.Parameters.Values.Select(v => Math.Round(v, 3)));
        Assert.Equal(-33225.6, s_fit.Value.LogLikelihood!.Value, .05);
        Assert.Equal(["alpha", "beta", "gamma", "delta"], Fitted.Parameters.Keys);
    }

    [Fact]
    public void P_alive_for_the_next_year_matches_table_6()
    {
        Assert.Equal(.108133, Fitted.PAliveAt(new(0, 0, 6), 1), 5.1e-7);
        Assert.Equal(.589657, Fitted.PAliveAt(new(2, 4, 6), 1), 5.1e-7);
        Assert.Equal(.930434, Fitted.PAliveAt(new(6, 6, 6), 1), 5.1e-7);
    }

    [Fact]
    public void Expected_purchases_of_new_donors_match_the_spreadsheet()
    {
        double[] expected = [.4985, .9233, 1.2969, 1.6323, 1.9381, 2.2202, 2.4826, 2.7285, 2.9603, 3.1798, 3.3887];
        Assert.All(expected, (value, i) => Assert.Equal(value, Fitted.ExpectedPurchases(i + 1), 5.1e-5));
    }

    [Fact]
    public void The_next_five_years_match_the_spreadsheet()
    {
        double[] expected = [.072863, .085696, 1.147885, 1.057604, 1.804703, 2.030024, 1.812942, 3.752544];
        OpportunityHistory[] classes =
            [new(0, 0, 6), new(1, 1, 6), new(1, 6, 6), new(2, 4, 6), new(3, 5, 6), new(4, 5, 6), new(5, 5, 6), new(6, 6, 6)];
        Assert.All(expected, (value, i) => Assert.Equal(value, Fitted.ExpectedPurchases(classes[i], 5), 1.1e-6));
        var all = new double[s_donations.Value.Count];
        Fitted.ExpectedPurchases(s_donations.Value, 5, all);
        Assert.Equal(12884.157, Weighted(all), 1.1e-3);
    }

    [Fact]
    public void The_expected_histogram_matches_the_spreadsheet()
    {
        double[] expected = [3454.882, 1888.654, 1348.882, 1113.379, 1017.922, 1027.166, 1253.114];
        var actual = Fitted.ExpectedFrequencies(s_donations.Value, 6);
        Assert.All(expected, (value, x) => Assert.Equal(value, actual[x], 1.1e-3));
        Assert.Equal(11104, actual.Sum(), 1e-8);
    }

    [Fact]
    public void The_single_log_likelihoods_of_pymc_marketing_match()
    {
        (int X, int Tx)[] rows =
        [
            (6, 6), (5, 6), (4, 6), (3, 6), (2, 6), (1, 6), (5, 5), (4, 5), (3, 5), (2, 5), (1, 5), (4, 4), (3, 4),
            (2, 4), (1, 4), (3, 3), (2, 3), (1, 3), (2, 2), (1, 2), (1, 1), (0, 0),
        ];
        double[] expected =
        [
            -2.18167018824, -4.29485034929, -5.3847333436, -5.80915881601, -5.65172964525, -4.88370164695,
            -3.71682127437, -5.09558227343, -5.61576884108, -5.50636893346, -4.76723821904, -3.84829625138,
            -5.05936147828, -5.19562191019, -4.57070931973, -3.52745257839, -4.51620272962, -4.22465969453,
            -3.01199924784, -3.58817880928, -2.28882847451, -1.16751622367,
        ];
        Assert.All(expected, (value, i) =>
            Assert.Equal(1, s_paper.LogLikelihood(new OpportunityHistory(rows[i].X, rows[i].Tx, 6)) / value, 1e-3));
    }

    [Fact]
    public void Yearly_totals_match_BTYD()
    {
        double[] expected =
        [
            5535.833, 4717.059, 4147.621, 3724.665, 3395.888, 3131.647, 2913.778, 2730.482, 2573.731, 2437.854,
            2318.727,
        ];
        var theirs = new BgBb(new(1.203528, .7497260, .6567808, 2.783796));
        Assert.All(expected, (value, year) => Assert.Equal(
            value, 11104 * (theirs.ExpectedPurchases(year + 1) - theirs.ExpectedPurchases(year)), 5e-3));
        Assert.Equal(3.179805, theirs.ExpectedPurchases(10), 2e-6);
        Assert.Equal(.1302169, theirs.ExpectedPurchases(new OpportunityHistory(0, 0, 6), 10), 2e-6);
        Assert.Equal(3.627858, theirs.ExpectedPurchases(new OpportunityHistory(4, 5, 6), 10), 2e-6);
    }

    // ---- agreement

    [Fact]
    public void The_fit_agrees_with_lifetimes_and_BTYD_to_their_digits()
    {
        double[] parameters = [1.2035223, .7497163, .6567182, 2.7834424];
        double[] errors = [.06939, .02945, .05101, .32082];
        Assert.All(parameters, (value, i) => Assert.Equal(1, Fitted.Parameters.Values.ElementAt(i) / value, 1e-6));
        Assert.All(errors, (value, i) => Assert.Equal(value, s_fit.Value.StandardErrors.Values.ElementAt(i), 6e-6));
        Assert.Equal(-33225.581274, s_fit.Value.LogLikelihood!.Value, 1e-6);
        Assert.True(s_fit.Value.Converged);
        Assert.Empty(s_fit.Value.Diagnosis);
        Assert.Equal(11104, s_fit.Value.Customers);
        Assert.Equal(22, s_fit.Value.DistinctRows);
    }

    [Fact]
    public void Discounted_purchases_agree_with_domain()
    {
        var model = new BgBb(new(1.20, .75, .66, 2.78));
        var delta = Math.Log(1.1);
        Assert.Equal(1.6213791858, model.DiscountedExpectedResidualPurchases(new(3, 4, 6), delta), 5.1e-11);
        Assert.Equal(-5.06086818, model.LogLikelihood(new OpportunityHistory(3, 4, 6)), 5.1e-9);
        double[] expected = [1.8020, 2.6212, 3.4403, 4.2594, 5.0785, 5.8976];
        Assert.All(expected, (value, i) =>
            Assert.Equal(value, model.DiscountedExpectedResidualPurchases(new(i + 1, 6, 6), delta), 5.1e-5));
    }

    [Theory]
    [InlineData(.66, 2.78, 1e-6, 290.30068010305581)]
    [InlineData(.66, 2.78, 1e-3, 22.116738639258239)]
    [InlineData(.66, 2.78, .5, .416778818773766)]
    [InlineData(1.66, 2.78, 1e-6, 1.7153693514922073)]
    [InlineData(1.66, 2.78, .1, .51500901372600642)]
    [InlineData(.01, 500, .1, 5.2807278244433648)]
    [InlineData(.01, 500, 1e-6, 492433.99701783015)]
    [InlineData(300, 2.78, 1e-6, 1.0246799389044813e-6)]
    [InlineData(300, 2.78, .5, 6.7573683231028163e-7)]
    public void Discounted_purchases_agree_with_the_hypergeometric_form_at_thirty_digits(
        double gamma, double delta, double d, double mpmath)
    {
        var model = new BgBb(new(1.2, .75, gamma, delta));
        var rate = MathNet.Numerics.SpecialFunctions.Log1p(d);
        Assert.Equal(1, model.DiscountedExpectedResidualPurchases(new(3, 4, 6), rate) / mpmath, 2e-12);
    }

    private static double Weighted(double[] values) =>
        values.Select((value, i) => value * s_donations.Value.Weight[i]).Sum();

    internal static OpportunityHistories Donations()
    {
        var rows = File.ReadLines(Golden.SharedData("donations_bgbb.csv")).Skip(1)
            .Select(line => Array.ConvertAll(line.Split(','), f => int.Parse(f, CultureInfo.InvariantCulture))).ToList();
        return new(
            [.. rows.Select(f => f[0])], [.. rows.Select(f => f[1])], [.. rows.Select(f => f[2])],
            [.. rows.Select(f => (double)f[3])]);
    }
}
