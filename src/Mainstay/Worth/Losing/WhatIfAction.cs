namespace Mainstay.Worth.Losing;

/// <summary>What can be done about customers who cost money.</summary>
public static class WhatIfAction
{
    public const string Reprice = "reprice";
    public const string MinimumOrder = "minimum_order";
    public const string SelfService = "self_service";
    public const string LetGo = "let_go";

    /// <summary>Every action.</summary>
    public static IReadOnlyList<string> All { get; } = [Reprice, MinimumOrder, SelfService, LetGo];
}
