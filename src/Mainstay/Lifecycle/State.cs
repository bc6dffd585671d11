namespace Mainstay.Lifecycle;

/// <summary>Where a customer stands now, by P(alive) or, without a model, by a fixed rule.</summary>
public static class State
{
    public const string Active = "active";
    public const string AtRisk = "at_risk";
    public const string Lapsed = "lapsed";
    public const string Lost = "lost";
    public const string WonBack = "won_back";

    /// <summary>Every state, in the order of every list.</summary>
    public static IReadOnlyList<string> All { get; } = [Active, AtRisk, Lapsed, Lost, WonBack];
}
