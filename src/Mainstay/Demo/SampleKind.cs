namespace Mainstay.Demo;

/// <summary>How a sample customer behaves beyond rate, loyalty and spend.</summary>
internal enum SampleKind
{
    /// <summary>Pays the list price, sometimes a voucher.</summary>
    Regular,

    /// <summary>Waits for the sale and buys below cost.</summary>
    BargainHunter,

    /// <summary>Sends half of it back, some of it unfit to sell again.</summary>
    Returner,

    /// <summary>A café or a small hotel: large orders at a negotiated discount.</summary>
    Trade,
}
