using Mainstay.Worth;

namespace Mainstay.Web.Worth.Losing;

/// <summary>Where a change is tried out.</summary>
public static class WhatIfAddress
{
    /// <summary>For one customer.</summary>
    public static string Of(string customer) => "/worth/what-if?customer=" + Uri.EscapeDataString(customer);

    /// <summary>For everybody who costs money.</summary>
    public const string OfLosing = "/worth/what-if?tier=" + Tier.Losing;
}
