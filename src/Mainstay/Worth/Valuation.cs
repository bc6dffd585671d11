using Mainstay.Ledger.Engines;
using Mainstay.Lifecycle;
using Mainstay.Statistics;
using Mainstay.Statistics.Attrition;
using Mainstay.Worth.Costing;
using Mainstay.Worth.Lifetime;

namespace Mainstay.Worth;

/// <summary>
/// Values every customer, step by step. Mutable only in what it leaves on the connection: <c>customer_worth</c> and the
/// tables of its steps.
/// </summary>
internal sealed class Valuation(SqlSession sql, AnalysisRequest request, CancellationToken cancellationToken)
{
    private const string Valued = "valued_customers";

    /// <summary>Values customers as of as-of.</summary>
    /// <param name="manyReaders">
    /// True keeps valued_customers as a table; false leaves a view, at less than what keeping it costs if it is read
    /// once, by the line.
    /// </param>
    public ValuationFindings Run(bool manyReaders)
    {
        var asOf = request.AsOf ?? LastOrderDay.Of(sql);
        PurchaseHistoryTables.BuildLater(sql, asOf);
        var costs = ServingCosts.TakeOff(sql, asOf, request, byMonth: manyReaders);
        var ledger = LedgerTotals.Read(sql, asOf, request.OrderGrain);
        var customers = CustomerTotals.Read(sql);
        var reconciliation = Reconciled.Check(
            ledger, customers, costs, request.Settings, MinorUnit.Of(request.Settings.Currency));

        var histories = DistinctHistories.Read(sql, asOf);
        var columns = histories.In(request.Period);
        var choice = request.Model == AnalysisRequest.Auto ? Choose(customers, asOf) : null;
        var attrition = AttritionModels.Fit(
            columns, choice?.Chosen ?? request.Model, request.Period, cancellationToken);
        var spend = SpendModel.Fit(sql, cancellationToken);
        var discount = DiscountRate.PerYear((double)request.Settings.DiscountRate);
        var intervals = ResidualIntervals.Of(
            columns, attrition, spend, discount, request.Period, Assumptions.Level, cancellationToken);
        var rivals = FitRivals(attrition, columns, asked: manyReaders && choice is not null);
        HistoryScores.Of(histories, columns, attrition, intervals, request.Period, discount).Write(sql);
        spend.Write(sql, histories.HighestFrequency);
        CustomerStates.FindReturned(sql, asOf);
        var ranking = ProfitRanking.Read(sql);
        var company = new CompanyMargin(ledger, customers, costs, request.Settings.MarginRate);
        LayBasis(asOf, attrition, ranking, company);
        LayValued(manyReaders);
        var (acquisition, referrals) = Credit(asOf);
        sql.Name("customer_worth", Sql("customer_worth"));
        return new(
            asOf, ledger, customers, company, costs, acquisition, referrals, reconciliation, histories, columns,
            attrition, rivals, spend, ranking, intervals, choice);
    }

    /// <summary>Forgets what the steps left; <c>customer_worth</c> stands if valued_customers was kept.</summary>
    public static void Drop(SqlSession sql)
    {
        PurchaseHistoryTables.Drop(sql);
        CostTables.Drop(sql);
        AcquisitionCosts.Drop(sql);
        ReferralCredits.Drop(sql);
        CustomerStates.Drop(sql);
        sql.Drop("history_scores", "spend_by_frequency");
        LedgerTotals.Drop(sql);
    }

    private ComparisonDocument Choose(CustomerTotals customers, DateOnly asOf)
    {
        IReadOnlyList<DateOnly> cutoffs = customers.FirstDay is { } first
            ? RollingOrigins.Before(first, asOf, customers.Customers)
            : [];
        using var sample = CustomerSample.Draw(sql, customers.Customers, request.CustomersAreNumbered);
        var choice = ModelComparison.Choose(
            sql, cutoffs, asOf, request.Period, sample, withGaps: false, cancellationToken);
        return ModelComparison.Document(choice, cutoffs, asOf, request.Period);
    }

    /// <summary>The models not chosen, for who compares them: fitted while the engine does what is left.</summary>
    private Task<IReadOnlyList<AttritionFit>> FitRivals(
        AttritionModels attrition, PurchaseHistories columns, bool asked) => asked
            ? Task.Run(() => attrition.Alternatives(columns, request.Period, cancellationToken), cancellationToken)
            : Task.FromResult<IReadOnlyList<AttritionFit>>([]);

    private void LayBasis(DateOnly asOf, AttritionModels attrition, ProfitRanking ranking, CompanyMargin company)
    {
        var (gold, strong, steady) = TierBoundary.All(sql, ranking, request.Settings);
        sql.Materialize(
            "valuation_basis",
            Sql("valuation_basis"),
            ("as_of", asOf),
            ("days_per_period", request.Period.Days),
            ("p_alive_model", attrition.StateFit.Model),
            ("company_margin_rate", company.Rate),
            ("company_service_rate", company.ServiceRate),
            ("median_revenue", company.MedianRevenue),
            ("with_tiers", !ranking.TooFewForTiers),
            ("gold_margin", gold?.Margin),
            ("gold_key", gold?.Key),
            ("strong_margin", strong?.Margin),
            ("strong_key", strong?.Key),
            ("steady_margin", steady?.Margin),
            ("steady_key", steady?.Key));
    }

    private void LayValued(bool kept)
    {
        if (kept)
            sql.Materialize(Valued, Sql(Valued));
        else
            sql.Name(Valued, Sql(Valued));
    }

    /// <summary>What winning customers cost, and what they are worth through others.</summary>
    private (AcquisitionCosts Acquisition, ReferralCredits Referrals) Credit(DateOnly asOf)
    {
        if (!request.KnowsCosts)
            return (AcquisitionCosts.BuildEmpty(sql), ReferralCredits.BuildEmpty(sql));
        var acquisition = AcquisitionCosts.Build(sql, asOf);
        return (acquisition, ReferralCredits.Build(sql, asOf, request.Settings, acquisition));
    }

    private static SqlFile Sql(string name) => SqlFile.Beside<Valuation>(name);
}
