namespace Mainstay.Demo;

/// <summary>One order line of the sample; money in pence.</summary>
/// <param name="Product">What.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Discount">Taken off the line.</param>
/// <param name="Cost">Goods, packing and carriage; null where the shop kept no record.</param>
internal sealed record SampleLine(SampleProduct Product, int Quantity, long Discount, long? Cost)
{
    public long Amount => (long)Product.Price * Quantity - Discount;
}
