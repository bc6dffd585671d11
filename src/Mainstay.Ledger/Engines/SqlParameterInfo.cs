namespace Mainstay.Ledger.Engines;

/// <summary>A named parameter of a <see cref="SqlFile"/> as its header declares it.</summary>
/// <param name="Name">Name without the leading dollar sign.</param>
/// <param name="Type">SQL type, such as <c>date</c> or <c>decimal(19,4)</c>.</param>
public sealed record SqlParameterInfo(string Name, string Type);
