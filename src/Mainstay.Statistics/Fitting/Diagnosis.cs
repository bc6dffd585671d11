using System.Globalization;

namespace Mainstay.Statistics.Fitting;

/// <summary>
/// A fact about the data that a fit found: why it is refused, or what is degenerate or doubtful about it. Closed: only
/// the records below. <see cref="Code"/> is for programs, <see cref="Message"/> for people.
/// </summary>
public abstract partial record Diagnosis
{
    private Diagnosis()
    {
    }

    /// <summary>Stable token, such as <c>no_dropout</c>.</summary>
    public abstract string Code { get; }

    /// <summary>What was found, and what to do, in plain words.</summary>
    public abstract string Message { get; }

    /// <summary>The message.</summary>
    public sealed override string ToString() => Message;

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Refusal: nobody bought on a second day.</summary>
    /// <param name="Customers">Customers seen.</param>
    public sealed record NobodyRepeats(double Customers) : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "nobody_repeats";

        /// <inheritdoc/>
        public override string Message =>
            $"None of {Number(Customers)} customers has bought on a second day, so there is no repeat buying to model yet.";
    }

    /// <summary>Refusal: too few customers came back.</summary>
    /// <param name="Found">Customers with a repeat purchase.</param>
    /// <param name="Needed">Customers needed.</param>
    public sealed record TooFewRepeatCustomers(double Found, double Needed) : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "too_few_repeat_customers";

        /// <inheritdoc/>
        public override string Message =>
            $"Only {Number(Found)} {(Found == 1 ? "customer has" : "customers have")} bought again; at least {Number(Needed)} are needed to learn from.";
    }

    /// <summary>Refusal: everybody's first purchase is the last day observed.</summary>
    public sealed record NoTimeObserved : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "no_time_observed";

        /// <inheritdoc/>
        public override string Message =>
            "Every first purchase falls on the last day observed, so nobody has had time to buy again.";
    }

    /// <summary>The dropout parameters sit where nobody leaves; a model without dropout fits as well.</summary>
    /// <param name="Gain">How much the log-likelihood gains over the simpler model.</param>
    /// <param name="Simpler">The simpler model's name.</param>
    public sealed record NoDropout(double Gain, string Simpler = "nbd") : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "no_dropout";

        /// <inheritdoc/>
        public override string Message =>
            $"The data show no dropout: {Simpler}, where nobody ever leaves, fits as well "
            + $"(log-likelihood gain {Number(Gain)}). The dropout parameters mean nothing by themselves.";
    }

    /// <summary>The purchase rates sit where everybody buys alike.</summary>
    public sealed record SameRateForAll : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "same_rate_for_all";

        /// <inheritdoc/>
        public override string Message =>
            "The customers' purchase rates do not differ measurably: one rate r/alpha for all fits as well, "
            + "and r and alpha mean nothing by themselves.";
    }

    /// <summary>The dropout probabilities sit where everybody is equally likely to leave.</summary>
    public sealed record SameDropoutForAll : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "same_dropout_for_all";

        /// <inheritdoc/>
        public override string Message =>
            "The customers' dropout probabilities do not differ measurably: one probability a/(a + b) for all fits as "
            + "well, and a and b mean nothing by themselves.";
    }

    /// <summary>The leaving rates sit where everybody's lifetime is drawn alike.</summary>
    public sealed record SameLifetimeForAll : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "same_lifetime_for_all";

        /// <inheritdoc/>
        public override string Message =>
            "The customers' leaving rates do not differ measurably: one rate s/beta for all fits as well, "
            + "and s and beta mean nothing by themselves.";
    }

    /// <summary>A probability sits where it is the same for everybody.</summary>
    /// <param name="Of">Which: buying or dropout.</param>
    /// <param name="Ratio">The one probability, in the model's letters.</param>
    public sealed record SameProbabilityForAll(string Of, string Ratio) : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "same_probability_for_all";

        /// <inheritdoc/>
        public override string Message =>
            $"The customers' {Of} probabilities do not differ measurably: one probability {Ratio} for all fits as "
            + "well, and its two parameters mean nothing by themselves.";
    }

    /// <summary>The customers' mean spends do not differ beyond what their few purchases explain.</summary>
    public sealed record SameSpendForAll : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "same_spend_for_all";

        /// <inheritdoc/>
        public override string Message =>
            "The customers' mean spends do not differ beyond chance: one mean for all fits as well, "
            + "and q and gamma mean nothing by themselves.";
    }

    /// <summary>A parameter stopped at the edge of the search.</summary>
    /// <param name="Parameter">Its letter.</param>
    /// <param name="Value">Where it stopped.</param>
    public sealed record AtTheEdge(string Parameter, double Value) : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "at_the_edge";

        /// <inheritdoc/>
        public override string Message => string.Create(
            CultureInfo.InvariantCulture,
            $"Parameter {Parameter} ran to the edge of the search ({Value:G3}): the data do not determine it.");
    }

    /// <summary>A parameter is known only to within a large factor.</summary>
    /// <param name="Parameter">Its letter.</param>
    /// <param name="Factor">e to the standard error of its logarithm.</param>
    public sealed record WeaklyDetermined(string Parameter, double Factor) : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "weakly_determined";

        /// <inheritdoc/>
        public override string Message => string.Create(
            CultureInfo.InvariantCulture,
            $"Parameter {Parameter} is known only to within a factor of {Factor:G2}; read it together with the others.");
    }

    /// <summary>Buying is not regular: k = 1 fits best.</summary>
    /// <param name="SameAs">The model that says the same, such as <c>bg-nbd</c>.</param>
    public sealed record NoRegularity(string SameAs) : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "no_regularity";

        /// <inheritdoc/>
        public override string Message =>
            $"The data show no regularity: k = 1 fits best, and then {SameAs} says the same.";
    }

    /// <summary>Refusal: k cannot be chosen without the gaps between purchases.</summary>
    public sealed record GapsUnknown : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "gaps_unknown";

        /// <inheritdoc/>
        public override string Message =>
            "How regularly customers buy can only be learnt from the gaps between purchases, and these are not known: "
            + "give the order log, or a column litt with the sum of the logarithms of each customer's gaps.";
    }

    /// <summary>The search stopped before an optimum.</summary>
    public sealed record NotConverged : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "not_converged";

        /// <inheritdoc/>
        public override string Message =>
            "The search stopped before it reached an optimum; treat the parameters and everything built on them as rough.";
    }

    /// <summary>Rows the spend model cannot use were left out.</summary>
    /// <param name="Customers">Customers left out.</param>
    public sealed record LeftOut(double Customers) : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "left_out";

        /// <inheritdoc/>
        public override string Message =>
            $"{Number(Customers)} customers without a repeat purchase or with a mean spend of 0 or less were left out.";
    }

    /// <summary>Refusal: the fitted mean spend is infinite.</summary>
    /// <param name="Q">The fitted q.</param>
    public sealed record InfiniteMeanSpend(double Q) : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "infinite_mean_spend";

        /// <inheritdoc/>
        public override string Message =>
            $"Spend is so uneven that the model's mean is infinite (q = {Number(Q)}, needed above 1): "
            + "a few very large orders decide everything.";
    }

    /// <summary>Refusal: every customer has the same mean spend.</summary>
    public sealed record NoSpendVariation : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "no_spend_variation";

        /// <inheritdoc/>
        public override string Message => "Every customer has the same mean spend, so there is nothing to model.";
    }

    /// <summary>Frequency and mean spend go together, which the model assumes they do not.</summary>
    /// <param name="Correlation">Pearson's correlation of x and z̄.</param>
    public sealed record SpendDependsOnFrequency(double Correlation) : Diagnosis
    {
        /// <inheritdoc/>
        public override string Code => "spend_depends_on_frequency";

        /// <inheritdoc/>
        public override string Message => string.Create(
            CultureInfo.InvariantCulture,
            $"How much customers spend goes with how often they buy (correlation {Correlation:0.00}), which the model "
            + $"assumes it does not: spend of frequent buyers is misjudged.");
    }
}
