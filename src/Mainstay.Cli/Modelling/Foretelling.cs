using Mainstay.Cli.Modelling.Summaries;
using Mainstay.Cli.Shell;
using Mainstay.Lifecycle;
using Mainstay.Statistics;
using Mainstay.Statistics.Attrition;
using Mainstay.Statistics.Posterior;

namespace Mainstay.Cli.Modelling;

/// <summary>What is to be foretold: by which model, how far ahead, at which discount rate and how surely.</summary>
internal sealed record Foretelling(FittedModel Fitted, Horizon Horizon, double Delta, double Level)
{
    /// <summary>Of the customers of order logs; and how many rows were left out.</summary>
    public async Task<(Prediction Prediction, long Rejected)> OfLogAsync(
        Call call, ModelFiles files, CancellationToken cancellationToken)
    {
        using var ledger = await files.OpenAsync(call, cancellationToken);
        var observed = ObservedCustomers.Read(new(ledger.Connection, cancellationToken), call.AsOf, Fitted.Period);
        var (rows, total) = await Task.Run(() => Of(observed.Histories, cancellationToken), cancellationToken);
        var customers = new List<CustomerForecast>();
        observed.Predict(rows, customers.Add);
        return (Prediction(customers, observed.AsOf, isWeighted: false, total), ledger.Rejected);
    }

    /// <summary>Of the customers or groups of a summary; and how many rows were left out.</summary>
    public async Task<(Prediction Prediction, long Rejected)> OfSummaryAsync(
        Call call, ModelFiles files, CancellationToken cancellationToken)
    {
        using var file = SummaryFile.Open(call, files);
        var reading = await SummaryHistories.ReadAsync(
            call, file, withGaps: false, keepsCustomers: true, [], cancellationToken);
        file.Rejects.Say(call);
        var histories = reading.Histories();
        var (rows, total) = await Task.Run(() => Of(histories, cancellationToken), cancellationToken);
        var customers = reading.Customers.Select(each => new CustomerForecast(
            each.Key, (long)histories.X[each.Row], histories.Tx[each.Row], histories.T[each.Row], rows[each.Row],
            each.Weight));
        return (Prediction([.. customers], call.AsOf, reading.IsWeighted, total), file.Rejects.Count);
    }

    private (IReadOnlyList<HistoryForecast> Rows, Interval? Total) Of(
        PurchaseHistories histories, CancellationToken cancellationToken) => HistoryForecasts.Of(
            Fitted.Model, Fitted.Posterior, histories, Horizon.In(Fitted.Period), Delta, Level, cancellationToken);

    private Prediction Prediction(
        IReadOnlyList<CustomerForecast> customers, DateOnly? asOf, bool isWeighted, Interval? total) => new(
            Fitted.Model.Name, asOf, Fitted.Period, Horizon.Days, Level, customers, isWeighted,
            customers.Sum(each => each.Weight * each.Forecast.ExpectedPurchases), total);
}
