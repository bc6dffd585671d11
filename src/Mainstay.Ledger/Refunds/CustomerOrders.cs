namespace Mainstay.Ledger.Refunds;

/// <summary>
/// One customer's orders, latest first, and what remains of them. Every look-up is logarithmic, so that a collective
/// account with very many orders is no trouble.
/// </summary>
internal sealed class CustomerOrders
{
    private readonly CustomerOrder[] _latestFirst;
    private readonly Dictionary<object, int> _byId;
    private readonly Dictionary<string, OpenPlaces> _bySku;
    private readonly Dictionary<decimal, OpenPlaces> _untouchedByAmount;
    private readonly OpenPlaces _open;

    public CustomerOrders(IEnumerable<OrderPart> parts)
    {
        _latestFirst = [.. parts.GroupBy(part => part.OrderId).Select(CustomerOrder.Of)
            .OrderByDescending(order => order.Day).ThenByDescending(order => order.Id, IdOrder.Instance)];
        var open = Enumerable.Range(0, _latestFirst.Length).Where(place => At(place).Remaining > 0).ToArray();
        _byId = Enumerable.Range(0, _latestFirst.Length).ToDictionary(place => At(place).Id);
        _open = new OpenPlaces(open);
        _untouchedByAmount = open.GroupBy(place => At(place).Remaining)
            .ToDictionary(places => places.Key, places => new OpenPlaces(places));
        _bySku = open.SelectMany(place => At(place).Skus.Select(sku => (Sku: sku, Place: place)))
            .GroupBy(pair => pair.Sku, pair => pair.Place, StringComparer.Ordinal)
            .ToDictionary(places => places.Key, places => new OpenPlaces(places), StringComparer.Ordinal);
    }

    public CustomerOrder At(int place) => _latestFirst[place];

    /// <summary>The order of that id, if it was placed on or before <paramref name="day"/>.</summary>
    public int? WithId(object? id, DateOnly day) =>
        id is not null && _byId.TryGetValue(id, out var place) && At(place).Day <= day ? place : null;

    /// <summary>The latest order on or before <paramref name="day"/> of which something of the article remains.</summary>
    public int? LatestWithSku(string? sku, DateOnly day) =>
        sku is not null && _bySku.TryGetValue(sku, out var places) ? Latest(places, day) : null;

    /// <summary>The latest order of exactly that amount on or before <paramref name="day"/>, nothing refunded yet.</summary>
    public int? LatestOfExactly(decimal amount, DateOnly day) =>
        _untouchedByAmount.TryGetValue(amount, out var places) ? Latest(places, day) : null;

    /// <summary>The latest order on or before <paramref name="day"/> of which anything remains.</summary>
    public int? LatestOpen(DateOnly day) => Latest(_open, day);

    /// <summary>Takes up to <paramref name="wanted"/> from an order, or from one article of it; returns what it gave.</summary>
    public decimal Take(int place, decimal wanted, string? sku = null)
    {
        var order = At(place);
        if (_untouchedByAmount.TryGetValue(order.Remaining, out var untouched))
            untouched.Close(place);
        var taken = order.Take(wanted, sku);
        if (sku is not null && order.RemainingOf(sku) <= 0)
            _bySku[sku].Close(place);
        if (order.Remaining > 0)
            return taken;

        _open.Close(place);
        foreach (var sold in order.Skus)
            _bySku[sold].Close(place);
        return taken;
    }

    /// <summary>The first place on or before the day whose order was not already cancelled then.</summary>
    private int? Latest(OpenPlaces places, DateOnly day)
    {
        var found = places.FirstFrom(FirstOnOrBefore(day));
        while (found is { } place && At(place).IsCancelledBy(day))
            found = places.FirstFrom(place + 1);
        return found;
    }

    private int FirstOnOrBefore(DateOnly day)
    {
        var (low, high) = (0, _latestFirst.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = At(middle).Day > day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
