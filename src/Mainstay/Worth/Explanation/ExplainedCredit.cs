using System.Globalization;
using Mainstay.Ledger.Engines;
using Mainstay.Worth.Lifetime;

namespace Mainstay.Worth.Explanation;

/// <summary>What winning a customer cost, and what they are worth through those they brought.</summary>
internal sealed class ExplainedCredit(ExplanationParts parts)
{
    private LifetimeTotals Totals => parts.Document.Lifetime;

    public CustomerExplanation Acquisition(ExplainedAccount account)
    {
        ReferralCredits.Count(parts.Sql, parts.Snapshot.AsOf, Totals.ReferralTypeOne);
        List<CustomerExplanation> nodes = [.. Spend(account), .. Rewards(account)];
        return parts.Sum("acquisition_cost", parts.Round(-account.AcquisitionCost), nodes) with
        {
            Note = "their part of what was spent in the month and channel they came through, failed leads included",
        };
    }

    public CustomerExplanation Referrals(ExplainedAccount account)
    {
        ReferralCredits.Count(parts.Sql, parts.Snapshot.AsOf, Totals.ReferralTypeOne);
        var nodes = new List<CustomerExplanation>();
        using var row = parts.Sql.Read(
            SqlFile.Beside<ExplainedCredit>("explained_referrals"),
            ("snapshot_id", parts.Snapshot.Id), ("customer_id", account.CustomerId));
        while (row.Read())
        {
            var (credit, typeOne, value) = (row.GetDouble(2), row.GetDouble(3), row.GetDouble(4));
            var saved = row.GetBoolean(5) ? Totals.AverageAcquisitionCost ?? 0 : 0;
            var reward = row.GetDecimal(6);
            nodes.Add(new(
                $"brought {row.GetString(0)}",
                parts.Round((double?)((credit * ((typeOne * value) + (double)saved)) - (double)reward)), parts.Currency,
                "credit * (type_one * value + acquisition_saved) - reward",
                [
                    ExplanationParts.Given("credit", credit, "fraction", "shared with whoever else brought them"),
                    ExplanationParts.Given(
                        "type_one", typeOne, "probability", "that they would not have come otherwise"),
                    ExplanationParts.Given(
                        "value", value, parts.Currency, "margin to date and residual value of theirs"),
                    parts.Money("acquisition_saved", saved), parts.Money("reward", reward),
                ]));
        }

        return parts.Sum("referral_value", parts.Round((double?)account.ReferralValue) ?? 0, nodes) with
        {
            Note = "an attribution: it is in no total of the company",
        };
    }

    private IEnumerable<CustomerExplanation> Spend(ExplainedAccount account)
    {
        using var row = parts.Sql.Read(
            SqlFile.Beside<ExplainedCredit>("explained_spend"),
            ("snapshot_id", parts.Snapshot.Id), ("customer_id", account.CustomerId), ("as_of", parts.Snapshot.AsOf));
        while (row.Read())
        {
            var (cost, won) = (row.GetDecimal(2), row.GetInt64(3));
            yield return new(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(row.IsDBNull(1) ? "all channels" : row.GetString(1))}, ")
                    + row.GetFieldValue<DateOnly>(0).ToString("yyyy-MM", CultureInfo.InvariantCulture),
                parts.Round(-cost / won), parts.Currency, "-spend / customers_won",
                [parts.Money("spend", cost), ExplanationParts.Given("customers_won", (decimal?)won, "customers")]);
        }
    }

    private IEnumerable<CustomerExplanation> Rewards(ExplainedAccount account)
    {
        using var row = parts.Sql.Read(
            SqlFile.Beside<ExplainedCredit>("explained_rewards"),
            ("customer_id", account.CustomerId), ("as_of", parts.Snapshot.AsOf));
        while (row.Read())
            yield return new(
                $"reward to {row.GetString(0)}", parts.Round(-row.GetDecimal(2)), parts.Currency, "-reward",
                [parts.Money("reward", row.GetDecimal(2))]);
    }
}
