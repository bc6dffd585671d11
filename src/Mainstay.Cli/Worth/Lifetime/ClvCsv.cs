using Mainstay.Cli.Shell;
using Mainstay.Worth.Lifetime;

namespace Mainstay.Cli.Worth.Lifetime;

/// <summary>Customers by lifetime value, one per line.</summary>
internal static class ClvCsv
{
    private static readonly Listing<CustomerClv> s_customers = new("customers",
    [
        new("customer", row => row.Customer),
        new("name", row => row.Name),
        new("margin_to_date", row => row.MarginToDate),
        new("residual_value", row => row.ResidualValue),
        new("low", row => row.Low),
        new("high", row => row.High),
        new("acquisition_cost", row => row.AcquisitionCost),
        new("own_lifetime_value", row => row.OwnLifetimeValue),
        new("referral_value", row => row.ReferralValue),
        new("lifetime_value", row => row.LifetimeValue),
        new("investment_ceiling", row => row.InvestmentCeiling),
        new("value_at_acquisition", row => row.ValueAtAcquisition),
        new("mark", row => row.Mark),
    ]);

    public static void Write(Call call, ClvDocument clv) => s_customers.Write(call, clv.Customers);
}
