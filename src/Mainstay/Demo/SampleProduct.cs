namespace Mainstay.Demo;

/// <summary>One thing the sample shop sells; price and cost per piece, in pence.</summary>
internal sealed record SampleProduct(string Sku, string Description, int Price, int Cost, bool Bulky = false);
