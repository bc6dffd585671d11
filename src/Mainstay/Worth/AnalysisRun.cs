using Mainstay.Ledger.Engines;
using Mainstay.Lifecycle;
using Mainstay.Statistics;
using Mainstay.Worth.Costing;
using Mainstay.Worth.Lifetime;

namespace Mainstay.Worth;

/// <summary>One analysis, step by step. Mutable only in what it leaves on the connection.</summary>
internal sealed class AnalysisRun(SqlSession sql, AnalysisRequest request, CancellationToken cancellationToken)
{
    private readonly MinorUnit _unit = MinorUnit.Of(request.Settings.Currency);

    public AnalysisDocument Run()
    {
        var document = Analyse();
        PurchaseHistoryTables.Drop(sql);
        CostTables.Drop(sql);
        AcquisitionCosts.Drop(sql);
        ReferralCredits.Drop(sql);
        sql.Drop("history_scores", "spend_by_frequency");
        LedgerTotals.Drop(sql);
        return document;
    }

    /// <summary>The same, with the tables of every step left on the session.</summary>
    public AnalysisDocument Analyse()
    {
        var asOf = request.AsOf ?? LastOrderDay.Of(sql);
        var rate = request.Settings.MarginRate;
        PurchaseHistoryTables.BuildLater(sql, asOf);
        var costs = ServingCosts.TakeOff(sql, asOf, request);
        var ledger = LedgerTotals.Read(sql, asOf, request.OrderGrain);
        var customers = CustomerTotals.Read(sql);
        var reconciliation = Reconciled.Check(ledger, customers, costs, request.Settings, _unit);

        var histories = DistinctHistories.Read(sql, asOf);
        var columns = histories.In(request.Period);
        var choice = request.Model == AnalysisRequest.Auto ? Choose(customers, asOf) : null;
        var attrition = AttritionModels.Fit(
            columns, choice?.Chosen ?? request.Model, request.Period, choice is not null, cancellationToken);
        var spend = SpendModel.Fit(sql, cancellationToken);
        var discount = DiscountRate.PerYear((double)request.Settings.DiscountRate);
        var intervals = ResidualIntervals.Of(
            columns, attrition, spend, discount, request.Period, Assumptions.Level, cancellationToken);
        HistoryScores.Of(histories, columns, attrition, intervals, request.Period, discount).Write(sql);
        spend.Write(sql, histories.HighestFrequency);
        var ranking = ProfitRanking.Read(sql);
        var company = new CompanyMargin(ledger, customers, costs, rate);
        Value(asOf, attrition, ranking, company);
        var (acquisition, referrals) = Credit(asOf);
        sql.Name("customer_worth", SqlFile.Beside<AnalysisRun>("customer_worth"));
        CustomerStates.SettleReturned(sql, asOf);

        var found = new AnalysisFindings(
            asOf, ledger, customers, company, costs, acquisition, referrals, reconciliation, histories, attrition,
            spend, ranking, intervals, choice,
            FrequencyHistogram.Of(histories, columns, attrition.Main), LifecycleByMonth.Read(sql, asOf));
        return new DocumentWriter(sql, request, _unit).Write(found);
    }

    private ComparisonDocument Choose(CustomerTotals customers, DateOnly asOf)
    {
        IReadOnlyList<DateOnly> cutoffs = customers.FirstDay is { } first
            ? RollingOrigins.Before(first, asOf, customers.Customers)
            : [];
        using var sample = CustomerSample.Draw(sql, customers.Customers);
        var choice = ModelComparison.Choose(
            sql, cutoffs, asOf, request.Period, sample, withGaps: false, cancellationToken);
        return ModelComparison.Document(choice, cutoffs, asOf, request.Period);
    }

    private void Value(DateOnly asOf, AttritionModels attrition, ProfitRanking ranking, CompanyMargin company)
    {
        var (gold, strong, steady) = TierBoundary.All(sql, ranking, request.Settings);
        sql.Materialize(
            "valued_customers",
            SqlFile.Beside<AnalysisRun>("valued_customers"),
            ("as_of", asOf),
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
        sql.Materialize(
            "valuation_basis",
            """
            select cast($as_of as date) as as_of, cast($days_per_period as double precision) as days_per_period,
                   cast($p_alive_model as varchar) as p_alive_model
            """,
            ("as_of", asOf), ("days_per_period", request.Period.Days), ("p_alive_model", attrition.StateFit.Model));
    }

    /// <summary>What winning customers cost, and what they are worth through others.</summary>
    private (AcquisitionCosts Acquisition, ReferralCredits Referrals) Credit(DateOnly asOf)
    {
        if (!request.KnowsCosts)
            return (AcquisitionCosts.BuildEmpty(sql), ReferralCredits.BuildEmpty(sql));
        var acquisition = AcquisitionCosts.Build(sql, asOf);
        return (acquisition, ReferralCredits.Build(sql, asOf, request.Settings, acquisition));
    }
}
