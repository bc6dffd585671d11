using System.Globalization;

namespace Mainstay.Statistics.Fitting;

/// <content>What data about durations and renewals can say.</content>
public abstract partial record Diagnosis
{
    /// <summary>Refusal: there is no row at all.</summary>
    public sealed record NothingObserved : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "nothing_observed";

        /// <inheritdoc/>
        public override string Message => "There are no rows to learn from.";
    }

    /// <summary>Nobody had the event while observed.</summary>
    /// <param name="Customers">Rows seen, by weight.</param>
    public sealed record NobodyHadTheEvent(double Customers) : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "nobody_had_the_event";

        /// <inheritdoc/>
        public override string Message =>
            $"None of {Number(Customers)} had the event while observed, so all that is known is how long it did not "
            + "come.";
    }

    /// <summary>
    /// Everybody at risk had the event before later entrants arrived; the curve stays at 0 from there.
    /// </summary>
    /// <param name="Time">When the risk set ran empty.</param>
    public sealed record RiskSetEmptied(double Time) : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "risk_set_emptied";

        /// <inheritdoc/>
        public override string Message =>
            $"At {Number(Time)} everybody then under observation had had the event, while others entered later; the "
            + "curve is 0 from there by arithmetic, not by evidence. Read durations from where enough are at risk.";
    }

    /// <summary>Refusal: no two groups were at risk together when somebody had the event.</summary>
    public sealed record NothingToCompare : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "nothing_to_compare";

        /// <inheritdoc/>
        public override string Message =>
            "At no event were two groups at risk together, so there is nothing to compare.";
    }

    /// <summary>A covariate that says nothing the others do not say already was left out.</summary>
    /// <param name="Covariate">Its name.</param>
    public sealed record CovariateLeftOut(string Covariate) : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "covariate_left_out";

        /// <inheritdoc/>
        public override string Message =>
            $"Covariate {Covariate} is constant, or a sum of the others, and was left out.";
    }

    /// <summary>
    /// A covariate separates those with the event from those without; its coefficient has no finite value.
    /// </summary>
    /// <param name="Covariate">Its name.</param>
    public sealed record Separated(string Covariate) : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "separated";

        /// <inheritdoc/>
        public override string Message =>
            $"Covariate {Covariate} tells perfectly who has the event first: its coefficient runs to infinity, and "
            + "only its sign means anything. Merge rare levels, or leave it out.";
    }

    /// <summary>Too few events for so many covariates.</summary>
    /// <param name="Events">Events seen.</param>
    /// <param name="Covariates">Covariates asked for.</param>
    public sealed record FewEvents(double Events, int Covariates) : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "few_events";

        /// <inheritdoc/>
        public override string Message =>
            $"{Number(Events)} events for {Covariates.ToString(CultureInfo.InvariantCulture)} covariates, fewer than "
            + "five each: the coefficients lean on chance. Use fewer covariates.";
    }

    /// <summary>Refusal: a duration of 0 has no logarithm.</summary>
    /// <param name="Customers">Rows with a duration of 0, by weight.</param>
    public sealed record ZeroDurations(double Customers) : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "zero_durations";

        /// <inheritdoc/>
        public override string Message =>
            $"{Number(Customers)} durations are 0, for which an accelerated-failure-time model has no place. Count "
            + "time in a finer unit, or leave them out.";
    }

    /// <summary>Refusal: all events come at one duration, which no spread describes.</summary>
    public sealed record SameDurationForAll : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "same_duration_for_all";

        /// <inheritdoc/>
        public override string Message =>
            "The durations of all events are the same, or fit the covariates exactly, so there is no spread to model.";
    }

    /// <summary>Refusal: nobody has left yet.</summary>
    /// <param name="Customers">Customers seen.</param>
    public sealed record NobodyLeft(double Customers) : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "nobody_left";

        /// <inheritdoc/>
        public override string Message =>
            $"All {Number(Customers)} customers have renewed every time, so there is no leaving to model yet.";
    }

    /// <summary>Refusal: nobody renewed.</summary>
    /// <param name="Customers">Customers seen.</param>
    public sealed record NobodyRenewed(double Customers) : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "nobody_renewed";

        /// <inheritdoc/>
        public override string Message =>
            $"None of {Number(Customers)} customers has renewed, so there is no staying to model.";
    }

    /// <summary>Refusal: fewer renewals were observed than the model has parameters.</summary>
    /// <param name="Found">Renewals observed with somebody still there to decide.</param>
    /// <param name="Needed">Renewals needed.</param>
    public sealed record TooFewRenewals(int Found, int Needed) : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "too_few_renewals";

        /// <inheritdoc/>
        public override string Message =>
            $"Only {Number(Found)} renewal dates were observed; at least {Number(Needed)} are needed to learn from.";
    }

    /// <summary>The churn probabilities sit where everybody is equally likely to leave.</summary>
    public sealed record SameChurnForAll : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "same_churn_for_all";

        /// <inheritdoc/>
        public override string Message =>
            "The customers' churn probabilities do not differ measurably: one probability alpha/(alpha + beta) for all "
            + "fits as well, and alpha and beta mean nothing by themselves.";
    }

    /// <summary>A customer's own risk does not change with their renewals; the simpler model fits as well.</summary>
    /// <param name="Gain">How much the log-likelihood gains over the simpler model.</param>
    public sealed record SteadyChurn(double Gain) : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "steady_churn";

        /// <inheritdoc/>
        public override string Message =>
            "A customer's own risk of leaving does not change measurably with their renewals: sbg fits as well "
            + $"(log-likelihood gain {Number(Gain)}).";
    }
}
