using System.Data.Common;
using Mainstay.Ledger.Engines;
using Mainstay.Statistics;
using Mainstay.Worth.Costing;

namespace Mainstay.Worth.Lifetime;

/// <summary>Writes the lifetime values of a snapshot.</summary>
internal sealed class ClvReport(SqlSession sql, Snapshot snapshot)
{
    private readonly AnalysisDocument _document = snapshot.Document;
    private readonly MinorUnit _unit = MinorUnit.Of(snapshot.Document.Currency);

    public ClvDocument Write(long? count) => new()
    {
        Assumptions = Assumed(),
        Equity = Equity(),
        Ceilings = Ceilings(),
        UnassignedAcquisitionCost = _document.Lifetime.UnassignedAcquisitionCost,
        Customers = Customers(key: null, count),
        CustomersTotal = (long)sql.Scalar(
            "select count(*) from customer_snapshots where snapshot_id = $snapshot_id", ("snapshot_id", snapshot.Id))!,
    };

    public CustomerClv? Of(string key) => Customers(key, count: 1) is [var one] ? one : null;

    private ClvAssumptions Assumed() => new()
    {
        AsOf = _document.AsOf,
        Currency = _document.Currency,
        DiscountRate = _document.Assumptions.DiscountRate,
        Horizon = _document.Assumptions.Horizon,
        AttritionModel = _document.Models.Attrition.Model,
        SpendModel = _document.Models.Spend.Model,
        CompanyMarginRate = _document.Assumptions.CompanyMarginRate,
        CompanyServiceRate = _document.Lifetime.CompanyServiceRate,
        ReferralTypeOne = _document.Lifetime.ReferralTypeOne,
        ReferralTypeOneMark = _document.Lifetime.ReferralTypeOneMark,
        AverageAcquisitionCost = _document.Lifetime.AverageAcquisitionCost,
        IntervalLevel = _document.Assumptions.IntervalLevel,
        IntervalReason = _document.ResidualIntervalReason,
    };

    private CustomerEquity Equity()
    {
        var booked = _document.MarginToDate - _document.Lifetime.AcquisitionCost;
        return new(
            booked + _document.ResidualValue, booked + _document.ResidualLow, booked + _document.ResidualHigh,
            _document.Assumptions.IntervalLevel, _document.MarginToDate, _document.ResidualValue,
            _document.Lifetime.AcquisitionCost);
    }

    private InvestmentCeilings Ceilings()
    {
        var (totals, reasons) = (_document.Lifetime, new List<string>());
        var newcomer = totals.NewCustomer is { } value ? Math.Max(0, value) : (decimal?)null;
        if (newcomer is null)
            reasons.Add("what a new customer would bring could not be modelled");
        if (totals.LeadConversion is null)
            reasons.Add("no acquisition spend says how many leads it brought, so what one lead is worth is not known");
        if (totals.MeanReferralValue is null)
            reasons.Add("nobody is known to have referred anybody, so what a recruit brings is not known");
        return new()
        {
            NewCustomer = newcomer,
            LeadConversion = totals.LeadConversion,
            Prospect = totals.LeadConversion is { } share ? _unit.Round((double?)newcomer * share) : null,
            MeanReferralValue = totals.MeanReferralValue,
            Recruit = newcomer + totals.MeanReferralValue is { } recruit ? Math.Max(0, recruit) : null,
            Reasons = reasons,
        };
    }

    private List<CustomerClv> Customers(string? key, long? count)
    {
        sql.Materialize(
            "listed_customers", SqlFile.Beside<ClvReport>("customer_values"),
            ("snapshot_id", snapshot.Id), ("key", key), ("count", count));
        _ = CostTables.Price(sql, snapshot.AsOf, _document.SettingsThen(), customers: "listed_customers");
        var force = DiscountRate.PerYear((double)_document.Assumptions.DiscountRate).PerPeriod(Period.Day);
        sql.Materialize(
            "acquisition_flows", SqlFile.Beside<ClvReport>("acquisition_flows"),
            ("as_of", snapshot.AsOf), ("margin_rate", _document.Assumptions.MarginRate), ("force", force));
        CostTables.Drop(sql);
        var customers = new List<CustomerClv>();
        using (var row = sql.Read(
            SqlFile.Beside<ClvReport>("listed_values"), ("as_of", snapshot.AsOf), ("force", force)))
        {
            while (row.Read())
                customers.Add(Read(row));
        }

        sql.Drop("listed_customers", "acquisition_flows");
        return customers;
    }

    private CustomerClv Read(DbDataReader row)
    {
        decimal? Estimate(int column) => _unit.Round(row.IsDBNull(column) ? null : row.GetDouble(column));

        var residual = Estimate(3);
        return new()
        {
            Customer = row.GetString(0),
            Name = row.IsDBNull(1) ? null : row.GetString(1),
            MarginToDate = _unit.Round(row.GetDecimal(2)),
            ResidualValue = residual,
            Low = Estimate(4),
            High = Estimate(5),
            AcquisitionCost = _unit.Round(row.GetDecimal(6)),
            OwnLifetimeValue = Estimate(7),
            ReferralValue = Estimate(8) ?? 0,
            LifetimeValue = Estimate(9),
            ValueAtAcquisition = Estimate(12),
            InvestmentCeiling = residual is { } value ? Math.Max(0, value) : null,
            Mark = AccountMark.Of(
                row.GetBoolean(10), row.IsDBNull(11) ? null : row.GetString(11), _document.Assumptions),
        };
    }
}
