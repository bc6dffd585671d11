using Mainstay.Cli.Shell;
using Mainstay.Worth.Losing;

namespace Mainstay.Cli.Worth.Losing;

/// <summary>A what-if as one line, so that several can be laid side by side.</summary>
internal static class WhatIfCsv
{
    private static readonly Listing<WhatIfDocument> s_answer = new("what_if",
    [
        new("action", row => row.Action),
        new("customers", row => row.Customers),
        new("excepted", row => row.Excepted),
        new("contribution", row => row.Contribution),
        new("avoidable_contribution", row => row.AvoidableContribution),
        new("change", row => row.Change),
        new("change_if_all_stay", row => row.ChangeIfAllStay),
        new("change_low", row => row.ChangeLow),
        new("change_high", row => row.ChangeHigh),
        new("leave_probability", row => row.LeaveProbability),
        new("break_even_leave_probability", row => row.BreakEvenLeaveProbability),
        new("break_even_reason", row => row.BreakEvenReason),
        new("released_minutes", row => row.Capacity.Minutes),
        new("released_steps", row => row.Capacity.Steps),
        new("released_saved", row => row.Capacity.Saved),
        new("idle_minutes", row => row.Capacity.IdleMinutes),
        new("fixed_cost", row => row.Trap.FixedCost),
        new("customers_left", row => row.Trap.CustomersLeft),
        new("fixed_cost_per_customer", row => row.Trap.PerCustomer),
        new("next_to_lose", row => row.Trap.NextToLose),
    ]);

    public static void Write(Call call, WhatIfDocument answer) => s_answer.WriteOne(call, answer);
}
