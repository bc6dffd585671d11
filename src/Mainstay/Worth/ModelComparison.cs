using System.Globalization;
using Mainstay.Ledger.Engines;
using Mainstay.Lifecycle;
using Mainstay.Statistics;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Choice;

namespace Mainstay.Worth;

/// <summary>Every model put to the test on this business's own past, and which of them to use.</summary>
public static class ModelComparison
{
    /// <summary>The model where no model could be tested: its states are needed anyway.</summary>
    internal static AttritionFamily Untested => AttritionFamilies.MbgNbd;

    /// <summary>Compares by the purchase_days of an open connection.</summary>
    /// <param name="sql">The session.</param>
    /// <param name="cutoffs">Ends of calibration, each before as-of; empty: rolling origins.</param>
    /// <param name="asOf">End of every holdout; null: the day of the last order.</param>
    /// <param name="period">Unit of time.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <exception cref="NothingToAnalyzeException">There is no order line, and no as-of.</exception>
    public static ComparisonDocument Run(
        SqlSession sql, IReadOnlyList<DateOnly> cutoffs, DateOnly? asOf, Period period,
        CancellationToken cancellationToken)
    {
        var end = asOf ?? LastOrderDay.Of(sql);
        PurchaseHistoryTables.Build(sql, end, marginRate: 0, byMonth: false);
        var totals = CustomerTotals.Read(sql);
        if (cutoffs.Count == 0)
            cutoffs = totals.FirstDay is { } first ? RollingOrigins.Before(first, end, totals.Customers) : [];
        using var everyone = CustomerSample.Draw(sql, customers: 0, numbered: false);
        PurchaseHistoryTables.Drop(sql);
        var choice = Choose(sql, cutoffs, end, period, everyone, withGaps: true, cancellationToken);
        return Document(choice, cutoffs, end, period);
    }

    internal static ModelChoice Choose(
        SqlSession sql, IReadOnlyList<DateOnly> cutoffs, DateOnly asOf, Period period, CustomerSample sample,
        bool withGaps, CancellationToken cancellationToken) =>
        ModelChoice.Between(
            [.. cutoffs.Order().Select(cutoff => CutoffHistories.Read(sql, cutoff, asOf, period, sample, withGaps))],
            cancellationToken: cancellationToken);

    internal static ComparisonDocument Document(
        ModelChoice choice, IReadOnlyList<DateOnly> cutoffs, DateOnly asOf, Period period) => new()
        {
            Cutoffs = [.. cutoffs.Order()],
            AsOf = asOf,
            Period = period.Name,
            Models = [.. choice.Results.Select(ComparedModel.Of)],
            Chosen = (choice.Chosen ?? Untested).Name,
            Why = Why(choice),
            StandardErrorsAhead = choice.StandardErrorsAhead,
        };

    private static string Why(ModelChoice choice)
    {
        if (choice.Chosen is not { } chosen)
        {
            return $"No model could be tested: too little was bought again before a cutoff. {Untested.Name} is used, "
                + "under which one-time buyers can have left.";
        }

        string Score(string name) => choice.Results.Single(result => result.Name == name).LogScore!.Value
            .ToString("0.0000", CultureInfo.InvariantCulture);
        var score = Score(chosen.Name);
        var rival = choice.Results.FirstOrDefault(
            result => result.Name != chosen.Name && !result.IsBaseline && result.LogScore is not null);
        if (rival is null || choice.StandardErrorsAhead is not { } ahead)
            return $"{chosen.Name} is the only model that could be tested: log score {score} per customer.";
        var errors = Math.Abs(ahead).ToString("0.0", CultureInfo.InvariantCulture);
        return ahead < 0
            ? $"{rival.Name} foretold held-out purchases hardly better: log score {Score(rival.Name)} per customer "
                + $"against {score}, {errors} standard errors. {chosen.Name} is preferred, simpler or less easily "
                + "misread."
            : $"{chosen.Name} foretold held-out purchases best: log score {score} per customer against "
                + $"{Score(rival.Name)} for {rival.Name}, {errors} standard errors ahead"
                + (ahead < 2 ? ", which chance could explain." : ".");
    }
}
