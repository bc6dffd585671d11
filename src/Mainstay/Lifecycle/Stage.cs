namespace Mainstay.Lifecycle;

/// <summary>How far a customer has come: the highest stage reached by facts dated on or before as-of.</summary>
public static class Stage
{
    public const string Prospect = "prospect";
    public const string Lead = "lead";
    public const string FirstTimeBuyer = "first_time_buyer";
    public const string RepeatCustomer = "repeat_customer";
    public const string Member = "member";

    /// <summary>Every stage, in the order of every list.</summary>
    public static IReadOnlyList<string> All { get; } = [Prospect, Lead, FirstTimeBuyer, RepeatCustomer, Member];
}
