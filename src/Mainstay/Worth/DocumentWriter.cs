using System.Reflection;
using Mainstay.Ledger.Engines;
using Mainstay.Lifecycle;
using Mainstay.Worth.Lifetime;

namespace Mainstay.Worth;

/// <summary>Writes the document of an analysis from what its valuation found and left behind.</summary>
internal sealed class DocumentWriter(SqlSession sql, AnalysisRequest request)
{
    // Lists of ten fit a screen and a page.
    private const long ListLength = 10;

    private readonly MinorUnit _unit = MinorUnit.Of(request.Settings.Currency);

    /// <summary>Version of this program, without build metadata.</summary>
    public static string EngineVersion { get; } =
        (typeof(DocumentWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion ?? "0").Split('+')[0];

    public AnalysisDocument Write(ValuationFindings found)
    {
        var groups = WorthGroups.Read(sql);
        Reconciled.CheckValued(found.Customers, groups.Margin, groups.Buyers);
        var modelled = found.Attrition.Main is not null;
        var total = modelled ? found.Intervals.Total(sql, found.Histories) : null;
        var months = LifecycleByMonth.Read(sql, found.AsOf);
        var accounts = new AccountTotals(sql, request, _unit);
        return new()
        {
            AsOf = found.AsOf,
            Currency = request.Settings.Currency,
            BusinessName = request.Settings.BusinessName,
            FirstDay = found.Customers.FirstDay,
            LastDay = found.Customers.LastDay,
            Customers = found.Customers.Customers,
            RepeatCustomers = found.Histories.RepeatCustomers,
            RepeatPurchases = found.Histories.RepeatPurchases,
            PurchaseDays = found.Histories.RepeatPurchases + found.Customers.Customers,
            Orders = found.Ledger.Orders,
            NetRevenue = _unit.Round(found.Ledger.Net.Revenue),
            Refunds = _unit.Round(found.Ledger.Refunds),
            MarginToDate = _unit.Round(found.Customers.MarginToDate),
            Ladder = accounts.Ladder(found),
            Lifetime = accounts.Lifetime(found),
            ResidualValue = modelled ? _unit.Round(groups.ResidualValue) : null,
            ResidualLow = _unit.Round(total?.Low),
            ResidualHigh = _unit.Round(total?.High),
            ResidualIntervalReason = found.Intervals.Reason,
            ExpectedPurchases12m = modelled ? groups.ExpectedPurchases12m : null,
            Models = Models(found),
            Tiers = found.Ranking.TooFewForTiers ? [] : groups.Tiers(found.Ranking, _unit),
            Whale = WhaleCurveBuilder.Build(found.Ranking, _unit),
            Stages = groups.Stages,
            States = groups.States,
            Months = months.Months(_unit.Round),
            Cohorts = months.Cohorts(),
            FrequencyHistogram = FrequencyHistogram.Of(found.Histories, found.Columns, found.Attrition.Main),
            ResidualHistogram = modelled ? ResidualHistogram.Read(sql, _unit) : [],
            TopCustomers = Ranked(bestFirst: true),
            BottomCustomers = Ranked(bestFirst: false),
            Reconciliation = found.Reconciliation.Revenue,
            MarginReconciliation = found.Reconciliation.Margin,
            Assumptions = Assumed(found.Company),
            Quality = Quality(found),
            EngineVersion = EngineVersion,
        };
    }

    private static ModelSet Models(ValuationFindings found) => new(
        found.Attrition.MainFit with { Posterior = found.Intervals.Posterior }, found.Attrition.StateFit,
        found.Spend.Fitted(), found.Rivals.GetAwaiter().GetResult(), found.Choice);

    private IReadOnlyList<CustomerWorth> Ranked(bool bestFirst)
    {
        using var rows = sql.Read(
            SqlFile.Beside<DocumentWriter>("ranked_customers"), ("count", ListLength), ("best_first", bestFirst));
        return CustomerWorthRow.ReadAll(rows, _unit);
    }

    private Assumptions Assumed(CompanyMargin company)
    {
        var settings = request.Settings;
        return new()
        {
            DiscountRate = settings.DiscountRate,
            MarginRate = settings.MarginRate,
            MarginRateMark = settings.MarginRateDeclared ? "declared" : "default",
            CompanyMarginRate = company.Rate,
            MedianCustomerRevenue = company.MedianRevenue,
            TimeZone = settings.TimeZone,
            WeekStart = settings.WeekStart.ToString().ToLowerInvariant(),
            Period = request.Period.Name,
            TierShares = [settings.TierShares.Gold, settings.TierShares.Strong, settings.TierShares.Steady],
            ExchangeRates = settings.ExchangeRates,
            CapitalRate = settings.CapitalRate ?? settings.DiscountRate,
            CostPerMinute = settings.CostPerMinute,
            TierThresholds = settings.TierThresholds is { } least ? [least.Gold, least.Strong, least.Steady] : null,
            TierPeriod = settings.TierPeriod,
        };
    }

    private DataQuality Quality(ValuationFindings found)
    {
        var (ledger, customers) = (found.Ledger, found.Customers);
        var without = customers.WithoutPurchase;
        return new()
        {
            EstimatedMargin = ledger.GrossRevenue > 0
                ? (double)(ledger.GrossEstimated / ledger.GrossRevenue)
                : ledger.Lines > ledger.LinesWithCost ? 1 : 0,
            Unassigned = new(
                ledger.UnassignedOrders,
                ledger.Orders == 0 ? 0 : (double)ledger.UnassignedOrders / ledger.Orders,
                _unit.Round(ledger.Unassigned.Revenue)),
            RejectedRows = request.RejectedRows,
            RowsAfterAsOf = ledger.RowsAfterAsOf,
            ZeroSpendRepeaters = customers.ZeroSpendRepeaters,
            UnlinkedRefunds = new(ledger.UnlinkedRefunds, _unit.Round(ledger.UnlinkedAmount)),
            TooFewForTiers = found.Ranking.TooFewForTiers,
            WithoutPurchase = new(
                without.Customers, _unit.Round(without.NetRevenue), _unit.Round(without.MarginToDate)),
            ContradictoryAmounts = request.ContradictoryAmounts,
            RowsWithoutRate = request.RowsWithoutRate,
            Fallbacks = [.. found.Attrition.Fallbacks(), .. found.Spend.Fallbacks()],
            Notes = request.Notes,
        };
    }
}
