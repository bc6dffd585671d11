using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Explanation;

/// <summary>
/// Builds the explanation of one customer: the same steps as the analysis, run on this customer's facts alone.
/// </summary>
internal sealed class CustomerExplainer(SqlSession sql, Snapshot snapshot)
{
    private readonly ExplanationParts _parts = new(sql, snapshot);

    public CustomerExplanation? Explain(string key)
    {
        if (ExplainedAccount.Read(sql, snapshot, key) is not { } account)
            return null;
        var parts = new List<CustomerExplanation>
        {
            new ExplainedMargin(_parts).Of(account),
            new ExplainedResidual(_parts).Of(account),
        };
        if (account.AcquisitionCost != 0)
            parts.Add(new ExplainedCredit(_parts).Acquisition(account));
        if (account.ReferralValue != 0)
            parts.Add(new ExplainedCredit(_parts).Referrals(account));
        var asOf = string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"as of {snapshot.AsOf:yyyy-MM-dd}");
        return Value(account) is { } value
            ? _parts.Sum("lifetime_value", value, parts) with { Note = asOf }
            : new("lifetime_value", null, _parts.Currency, null, parts)
            {
                Note = $"{asOf}; what is still to come is not known, and so their sum is not",
            };
    }

    /// <summary>Null of a buyer for whom nothing could be modelled: to leave that out would be to call it 0.</summary>
    private decimal? Value(ExplainedAccount account) => account switch
    {
        { LifetimeValue: { } value } => _parts.Round((double?)value),
        { HasBought: true } => null,
        _ => _parts.Round(account.Margin - account.AcquisitionCost)
            + (_parts.Round((double?)account.ReferralValue) ?? 0),
    };
}
