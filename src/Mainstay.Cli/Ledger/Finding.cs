namespace Mainstay.Cli.Ledger;

/// <summary>What one check of <c>doctor</c> found.</summary>
/// <param name="Check">What was looked at.</param>
/// <param name="Ok">Whether it is sound.</param>
/// <param name="Found">What stood there.</param>
/// <param name="Do">What to do when it is not.</param>
internal sealed record Finding(string Check, bool Ok, string Found, string? Do = null);
