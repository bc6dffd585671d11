namespace Mainstay.Worth.Losing;

/// <summary>Why a customer stays whatever they cost: off the list of those to let go, not off the curve.</summary>
/// <param name="Reason">prestige, referrer, promising or strategic.</param>
/// <param name="Owner">Who decided.</param>
/// <param name="From">Since when.</param>
/// <param name="ReviewOn">When somebody looks again.</param>
/// <param name="Note">In their words.</param>
public sealed record KeptCustomer(
    string Reason, string? Owner, DateOnly? From, DateOnly? ReviewOn, string? Note);
