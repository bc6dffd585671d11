namespace Mainstay.Ledger.Identity;

/// <summary>What the ledger knows of a customer beside what they bought.</summary>
/// <param name="CustomerId">Names the customer within this ledger.</param>
/// <param name="CustomerKey">What the business calls them.</param>
/// <param name="Name">Name, where a file gives one.</param>
/// <param name="Email">Address in small letters, where a file gives one.</param>
/// <param name="Country">Country as the file writes it.</param>
/// <param name="IsLead">Contact data and consent, no order needed.</param>
public sealed record KnownCustomer(
    Guid CustomerId, string CustomerKey, string? Name, string? Email, string? Country, bool IsLead);
