using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Lifetime;

/// <summary>Credits customers with those they brought; leaves referral_credits on the session.</summary>
internal sealed record ReferralCredits
{
    /// <summary>Mean credit of those who brought somebody; null where nobody did.</summary>
    public double? Mean { get; init; }

    /// <summary>Needs counted_referrals and valued_customers on the session.</summary>
    public static ReferralCredits Build(SqlSession sql, AcquisitionCosts acquisition)
    {
        sql.Materialize(
            "referral_credits", SqlFile.Beside<ReferralCredits>("referral_credits"),
            ("average_acquisition_cost", (double)(acquisition.Average ?? 0)));
        return new() { Mean = (double?)sql.Scalar("select avg(referral_value) from referral_credits") };
    }

    /// <summary>Leaves the table without a row.</summary>
    public static ReferralCredits BuildEmpty(SqlSession sql)
    {
        sql.Materialize(
            "referral_credits",
            "select customer_id, cast(0 as double precision) as referral_value from current_customers limit 0");
        return new();
    }
}
