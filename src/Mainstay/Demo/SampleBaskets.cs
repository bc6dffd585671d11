namespace Mainstay.Demo;

/// <summary>
/// Fills baskets and takes refunds. Each order has a random sequence of its own, so that a refund months later
/// finds the same lines again. Mutable through its random sequence: one instance per thread.
/// </summary>
internal sealed class SampleBaskets(SampleOptions options, SampleTruth truth)
{
    private const int MostLines = 5;

    /// <summary>Share of first orders that are a free taster.</summary>
    private const double TasterShare = .02;

    /// <summary>Share of lines whose cost the shop never wrote down.</summary>
    private const double UnknownCost = .02;

    private readonly SampleRandom _random = new();

    /// <summary>The lines of a customer's order number <paramref name="index"/>, 0 being the first.</summary>
    public void Fill(SampleCustomer customer, int index, List<SampleLine> lines)
    {
        var random = _random.Restart(options.Seed, (ulong)customer.Number, 2 + 2 * (ulong)index);
        lines.Clear();
        if (index == 0 && customer.Kind == SampleKind.Regular && random.Chance(TasterShare))
        {
            lines.Add(new SampleLine(SampleCatalogue.Taster, 1, 0, SampleCatalogue.Taster.Cost));
            return;
        }

        var rate = DiscountPercent(customer.Kind, random);
        var left = (long)(customer.BasketScale * random.Gamma(truth.P) * 100);
        for (var wanted = 1 + random.Pick([.45, .30, .15, .10]); wanted > 0 || lines.Count == 0; wanted--)
        {
            var aim = wanted > 1 ? (long)(left * (.3 + .4 * random.Uniform())) : left;
            left -= Add(lines, aim, rate, customer, random);
        }

        while (left >= SampleCatalogue.Products[0].Price && lines.Count < MostLines)
            left -= Add(lines, left, rate, customer, random);
    }

    /// <summary>Whether an order is refunded in part, and after how many days; null when it is kept.</summary>
    public int? RefundDelay(SampleCustomer customer, int index)
    {
        var random = _random.Restart(options.Seed, (ulong)customer.Number, 3 + 2 * (ulong)index);
        return random.Chance(customer.Kind == SampleKind.Returner ? .55 : .035) ? random.Between(3, 45) : null;
    }

    /// <summary>What is refunded of <paramref name="lines"/>.</summary>
    public SampleRefund Refund(SampleCustomer customer, int index, List<SampleLine> lines)
    {
        var random = _random.Restart(options.Seed, (ulong)customer.Number, 3 + 2 * (ulong)index);
        random.Uniform();
        random.Uniform();
        var which = random.Between(0, lines.Count - 1);
        var line = lines[which];
        var unlinked = random.Chance(.06);
        if (customer.Kind != SampleKind.Returner && random.Chance(.20))
            return new SampleRefund(line, null, (long)(line.Amount * (.15 + .30 * random.Uniform())), null, unlinked);

        var quantity = line.Quantity > 1 && random.Chance(.5) ? random.Between(1, line.Quantity - 1) : line.Quantity;
        var amount = line.Amount * quantity / line.Quantity;
        var sellable = random.Chance(customer.Kind == SampleKind.Returner ? .45 : .85);
        var back = sellable ? Math.Min((long)line.Product.Cost * quantity, line.Cost ?? 0) : 0;
        return new SampleRefund(line, quantity, amount, back, unlinked);
    }

    private static int DiscountPercent(SampleKind kind, SampleRandom random) => kind switch
    {
        SampleKind.BargainHunter when random.Chance(.85) => 5 * random.Between(10, 14),
        SampleKind.Trade => 5 * (random.Chance(.55) ? random.Between(2, 5) : random.Between(10, 13)),
        _ when random.Chance(.14) => 5 * random.Between(1, 4),
        _ => 0,
    };

    private static long Add(
        List<SampleLine> lines, long aim, int discountPercent, SampleCustomer customer, SampleRandom random)
    {
        var affordable = Math.Max(SampleCatalogue.Affordable(aim), 1);
        var product = SampleCatalogue.Products[(int)(affordable * Math.Sqrt(random.Uniform()))];
        var quantity = (int)Math.Clamp(aim / product.Price, 1, 48);
        var list = (long)product.Price * quantity;
        var carriage = lines.Count == 0 ? SamplePeople.Carriage[customer.Country] : 0;
        if (product.Bulky)
            carriage += SamplePeople.BulkyCarriage[customer.Country] * quantity;
        var cost = random.Chance(UnknownCost) ? (long?)null : (long)product.Cost * quantity + carriage;
        lines.Add(new SampleLine(product, quantity, list * discountPercent / 100, cost));
        return list;
    }
}
