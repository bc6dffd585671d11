namespace Mainstay.Demo;

/// <summary>What the sample shop sells, cheapest first.</summary>
internal static class SampleCatalogue
{
    /// <summary>Sent free to some first-time visitors; the shop pays for it.</summary>
    public static readonly SampleProduct Taster = new("COF-TASTE", "Coffee taster, three 25 g bags", 0, 345);

    /// <summary>In ascending order of price: a basket takes what still fits.</summary>
    public static readonly SampleProduct[] Products =
    [
        new("KIT-FILTER", "Paper filters (100)", 350, 150),
        new("HOM-MATCH", "Long matches in a jar", 495, 225),
        new("TEA-MINT", "Peppermint tea, 20 bags", 550, 265),
        new("KIT-CLOTH", "Linen dish cloth", 695, 315),
        new("COF-DECAF", "Decaf house blend, 250 g", 825, 520),
        new("COF-HOUSE", "House blend, 250 g", 850, 490),
        new("HOM-SOAP", "Oak moss hand soap", 950, 415),
        new("COF-ETH", "Ethiopia Guji, 250 g", 1050, 660),
        new("HOM-CANDLE", "Beeswax candle", 1150, 490),
        new("KIT-MUG", "Stoneware mug", 1400, 605),
        new("KIT-SCOOP", "Oak coffee scoop", 1650, 680),
        new("COF-BOX", "Tasting box, four origins", 1950, 1190),
        new("HOM-VASE", "Bud vase", 2200, 960),
        new("KIT-BOARD", "Alder chopping board", 2400, 1235),
        new("COF-KILO", "House blend, 1 kg", 2800, 1755),
        new("KIT-DRIP", "Pour-over stand", 3200, 1540),
        new("HOM-CUSH", "Wool cushion", 3600, 1905),
        new("KIT-PRESS", "Cafetière, eight cups", 4200, 2265),
        new("HOM-THROW", "Lambswool throw", 6800, 3855),
        new("KIT-GRIND", "Hand grinder", 7900, 4610),
        new("HOM-LAMP", "Oak table lamp", 9500, 5495, Bulky: true),
        new("FUR-STOOL", "Alder stool", 11500, 7455, Bulky: true),
        new("FUR-SHELF", "Wall shelf", 13900, 9225, Bulky: true),
        new("FUR-TABLE", "Side table", 18500, 12510, Bulky: true),
        new("HOM-RUG", "Hand-woven rug", 24000, 16175, Bulky: true),
        new("FUR-CHAIR", "Reading chair", 42000, 29695, Bulky: true),
    ];

    private static readonly int[] Prices = [.. Products.Select(product => product.Price)];

    /// <summary>How many products, from the cheapest, cost at most <paramref name="price"/>.</summary>
    public static int Affordable(long price)
    {
        var found = Array.BinarySearch(Prices, (int)Math.Min(price, int.MaxValue));
        return found >= 0 ? found + 1 : ~found;
    }
}
