using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Settings;

namespace Mainstay.Worth.Lifetime;

/// <summary>
/// Credits customers with those they brought; leaves referral_credits on the session, and counted_referrals where there
/// are any.
/// </summary>
internal sealed record ReferralCredits
{
    /// <summary>
    /// Our guess where neither file nor setting says whether a referred customer would have come anyway.
    /// </summary>
    public const decimal DefaultTypeOne = 0.5m;

    /// <summary>Mean credit of those who brought somebody; null where nobody did.</summary>
    public double? Mean { get; init; }

    /// <summary>Needs valued_customers on the session.</summary>
    public static ReferralCredits Build(
        SqlSession sql, DateOnly asOf, BusinessSettings settings, AcquisitionCosts acquisition)
    {
        if (!(bool)sql.Scalar("select exists (select 1 from current_referrals)")!)
            return BuildEmpty(sql);
        Count(sql, asOf, settings.ReferralTypeOne ?? DefaultTypeOne);
        sql.Materialize(
            "referral_credits", SqlFile.Beside<ReferralCredits>("referral_credits"),
            ("average_acquisition_cost", (double)(acquisition.Average ?? 0)));
        return new() { Mean = (double?)sql.Scalar("select avg(referral_value) from referral_credits") };
    }

    /// <summary>Leaves counted_referrals on the session.</summary>
    public static void Count(SqlSession sql, DateOnly asOf, decimal typeOne) => sql.Materialize(
        "counted_referrals", SqlFile.Beside<ReferralCredits>("counted_referrals"),
        ("as_of", asOf), ("type_one", typeOne));

    /// <summary>Forgets what counting left.</summary>
    public static void Drop(SqlSession sql) => sql.Drop("counted_referrals");

    /// <summary>Leaves the table without a row.</summary>
    public static ReferralCredits BuildEmpty(SqlSession sql)
    {
        sql.Materialize(
            "referral_credits",
            "select customer_id, cast(0 as double precision) as referral_value from current_customers limit 0");
        return new();
    }
}
