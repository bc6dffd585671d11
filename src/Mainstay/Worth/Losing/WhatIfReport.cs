using Mainstay.Ledger;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Settings;
using Mainstay.Worth.Costing;

namespace Mainstay.Worth.Losing;

/// <summary>
/// What an action would have changed over the time a snapshot covers. Whoever leaves takes their product margin along
/// and leaves the costs that do not go with them; capacity saves money in whole steps. [domain.md §4]
/// </summary>
internal sealed class WhatIfReport(SqlSession sql, Snapshot snapshot, WhatIfRequest request)
{
    /// <summary>The temporary table of those whom the question is about.</summary>
    internal const string Chosen = "chosen_customers";

    private const decimal LargestOrder = 1_000_000_000_000m;

    private readonly MinorUnit _unit = MinorUnit.Of(snapshot.Document.Currency);

    public WhatIfDocument Write()
    {
        Check();
        Choose();
        var chosen = ChosenTotals.Read(sql, request.WithExceptions);
        var work = ChosenWork.Read(sql, snapshot, request.WithExceptions);
        var small = request.Action == WhatIfAction.MinimumOrder ? SmallOrders.Read(sql, snapshot, request) : null;
        var effect = WhatIfEffect.Of(snapshot, request, chosen, work, small, request.LeaveProbability);
        var gone = WhatIfEffect.Of(snapshot, request, chosen, work, small, leave: 1);
        var (breakEven, reason) = BreakEven(effect.GainIfStaying, -gone.Change);
        var open = CostSensitivity.Quarter * effect.EstimatedSaving;
        return new()
        {
            AsOf = snapshot.AsOf,
            Currency = snapshot.Document.Currency,
            Action = request.Action,
            Customers = chosen.Customers,
            Excepted = chosen.Excepted,
            Contribution = _unit.Round(chosen.Margin),
            AvoidableContribution = _unit.Round(chosen.AvoidableContribution),
            Change = _unit.Round(effect.Change),
            ChangeIfAllStay = _unit.Round(effect.GainIfStaying),
            ChangeLow = _unit.Round(effect.Change - open),
            ChangeHigh = _unit.Round(effect.Change + open),
            LeaveProbability = effect.LeaveProbability,
            BreakEvenLeaveProbability = breakEven,
            BreakEvenReason = reason,
            Capacity = effect.Capacity with
            {
                Minutes = decimal.Round(effect.Capacity.Minutes, 1, MidpointRounding.AwayFromZero),
                Saved = _unit.Round(effect.Capacity.Saved),
                IdleMinutes = decimal.Round(effect.Capacity.IdleMinutes, 1, MidpointRounding.AwayFromZero),
            },
            Trap = Trap(chosen, work),
        };
    }

    /// <summary>
    /// q* = gain / (gain + loss). What is lost if all leave is counted with capacity given up in whole steps: work that
    /// goes and saves nothing is no saving.
    /// </summary>
    private (double? Probability, string? Reason) BreakEven(decimal gain, decimal loss)
    {
        if (request.Action == WhatIfAction.LetGo)
            return (null, "letting go means that all of them leave");
        if (loss <= 0)
            return (null, "whoever leaves takes a loss away, so it pays however many leave");
        return gain > 0 ? ((double)(gain / (gain + loss)), null) : (null, "it gains nothing even if all stay");
    }

    /// <summary>What would stay behind if all of the chosen went, and on whom it would fall.</summary>
    private OverheadTrap Trap(ChosenTotals chosen, ChosenWork work)
    {
        var stays = chosen.TotalCost - work.Direct - work.Release(share: 1, serviceShare: 0).Saved;
        var left = snapshot.Document.Customers - chosen.Customers;
        var each = left > 0 ? decimal.Round(Math.Max(0, stays) / left, 12, MidpointRounding.AwayFromZero) : 0;
        return new(_unit.Round(Math.Max(0, stays)), left, _unit.Round(each), each > 0 ? NextToLose(each) : 0);
    }

    private long NextToLose(decimal share)
    {
        using var row = sql.Read(
            SqlFile.Beside<WhatIfReport>("next_to_lose"),
            ("snapshot_id", snapshot.Id), ("share", share), ("with_exceptions", request.WithExceptions));
        row.Read();
        return row.GetInt64(0);
    }

    private void Choose()
    {
        sql.Create("chosen_keys", "key varchar");
        sql.Fill("chosen_keys", rows =>
        {
            foreach (var key in request.Customers.Distinct(StringComparer.Ordinal))
            {
                rows.Append(key);
                rows.EndRow();
            }
        });
        sql.Materialize(
            Chosen, SqlFile.Beside<WhatIfReport>(Chosen),
            ("snapshot_id", snapshot.Id), ("tier", request.Tier), ("by_key", request.Customers.Count > 0),
            ("as_of", snapshot.AsOf));
        var asked = request.Customers.Distinct(StringComparer.Ordinal).Count();
        if (asked > 0 && (long)sql.Scalar("select count(*) from chosen_customers")! < asked)
            throw Unknown();
    }

    private MistakeException Unknown()
    {
        using var row = sql.Read(
            SqlFile.Beside<WhatIfReport>("unknown_keys"), ("snapshot_id", snapshot.Id));
        row.Read();
        var key = row.GetString(0);
        return new(
            $"Nobody with the key {key} has bought anything by {snapshot.AsOf:yyyy-MM-dd}.", "customer", key,
            "the key of a customer who bought", "Run mainstay customers to find the key.");
    }

    private void Check()
    {
        if (!WhatIfAction.All.Contains(request.Action))
            throw Refuse("action", request.Action, string.Join(", ", WhatIfAction.All), WhatIfAction.All);
        if (request.Customers.Count == 0 && !Tier.All.Contains(request.Tier))
            throw Refuse("tier", request.Tier, string.Join(", ", Tier.All), Tier.All);
        Fraction("leave probability", request.LeaveProbability, 1);
        Fraction(request.Action == WhatIfAction.SelfService ? "share" : "price rise", request.Amount,
            request.Action == WhatIfAction.SelfService ? 1 : 10);
        if (request is { Action: WhatIfAction.MinimumOrder, MinimumOrder: <= 0 or > LargestOrder })
            throw new MistakeException(
                $"A minimum order needs an amount above 0 and of at most {Written(LargestOrder)}.", "minimum order",
                Written(request.MinimumOrder), "an amount in the business's currency",
                "Say how large an order must at least be.");
    }

    private static void Fraction(string what, decimal value, decimal most)
    {
        if (value < 0 || value > most)
            throw new MistakeException(
                $"The {what} is {Written(value)}, but must lie between 0 and {Written(most)}.", what, Written(value),
                $"a fraction from 0 to {Written(most)}", "Write 0.1 for ten percent.");
    }

    private static MistakeException Refuse(
        string what, string found, string expected, IEnumerable<string> known) => new(
        $"There is no {what} {found}.{NearestName.Question(found, known)}", what, found, expected,
        $"Choose one of {expected}.");

    private static string Written(decimal number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
