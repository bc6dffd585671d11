namespace Mainstay.Ledger.Import.Facts;

/// <summary>
/// Tells files of facts from files of orders by their headers, and from each other. A header that could be either is a
/// question, never a guess.
/// </summary>
internal static class FactSignature
{
    private static readonly string[] ActivityWords =
        ["activity", "tatigkeit", "taetigkeit", "aktivitat", "aktivitaet", "vorgang", "activite"];

    private static readonly string[] MonthWords = ["month", "monat", "mois"];

    /// <summary>How many columns of a line speak for it being the header of some file of facts.</summary>
    public static int Score(IReadOnlyList<string> columns)
    {
        var best = 0;
        foreach (var shape in FactShapes.All)
            best = Math.Max(best, FactColumns.Of(shape, columns, NothingSaid).Mapped.Count);
        return best;
    }

    private static IReadOnlyDictionary<string, string> NothingSaid { get; } = new Dictionary<string, string>();

    /// <summary>The kind of facts a file holds; null when it is a file of orders, or none we know.</summary>
    /// <exception cref="ImportException">The header could be either.</exception>
    public static FactFileKind? Recognise(
        string path, IReadOnlyList<string> columns, IReadOnlyDictionary<string, string> said)
    {
        if (OrderFileSignature.Score(columns) > 0)
            return IsShopifyProducts(columns) ? FactFileKind.ProductCosts : null;
        var named = Renamed(columns, said);
        var candidates = new List<FactFileKind>();
        var isQuestion = false;
        foreach (var shape in FactShapes.All)
        {
            var mapped = FactColumns.Of(shape, named, NothingSaid);
            if (!Fits(shape.Kind, mapped, named))
                continue;
            candidates.Add(shape.Kind);
            isQuestion |= MayBeOrders(mapped, named) || !IsDecisive(shape.Kind, mapped, named);
        }

        return (candidates.Count, isQuestion) switch
        {
            (0, _) => null,
            (1, false) => candidates[0],
            _ => throw Ambiguous(path, columns, candidates, isQuestion),
        };
    }

    /// <summary>The header as it would read had the person written it.</summary>
    private static string[] Renamed(IReadOnlyList<string> columns, IReadOnlyDictionary<string, string> said) =>
        [.. columns.Select(column => said.FirstOrDefault(
            pair => string.Equals(pair.Value, column, StringComparison.OrdinalIgnoreCase)).Key ?? column)];

    private static bool Fits(FactFileKind kind, FactColumns file, IReadOnlyList<string> header)
    {
        var who = Knows(header, OrderField.Customer) || Knows(header, OrderField.Email);
        var when = Knows(header, OrderField.Date);
        var money = HasForeign(file, OrderField.Amount, OrderField.UnitPrice);
        var required = file.Shape.Fields.Where(field => field.IsRequired).All(field => file[field.Name] >= 0)
            && (file.Shape.OneOf.Count == 0 || file.HasAny([.. file.Shape.OneOf]));
        return required && kind switch
        {
            FactFileKind.Pools => !who && !when && !HasHeader(header, ActivityWords),
            FactFileKind.ActivityTimes => !who && !when,
            FactFileKind.Rates => !who && !when && HasHeader(header, ActivityWords) && !HasHeader(header, ["pool"]),
            FactFileKind.Activities => !money && file.HasAny("customer", "email", "order", "quantity", "minutes"),
            FactFileKind.Payments or FactFileKind.Referrals => !HasForeign(file, OrderField.Sku, OrderField.UnitPrice),
            FactFileKind.Touches => !money && file.HasAny("customer", "email") && file.HasAny("channel", "campaign")
                && !HasForeign(file, OrderField.Sku, OrderField.Order),
            FactFileKind.AcquisitionSpend => !who && !HasForeign(file, OrderField.Sku, OrderField.Order)
                && !HasHeader(header, ActivityWords) && (HasHeader(header, MonthWords) || file.HasAny("channel", "leads")),
            FactFileKind.ProductCosts => IsShopifyProducts(header)
                || (!who && !HasForeign(file, OrderField.Order, OrderField.Quantity)),
            FactFileKind.OrderCosts => file.HasAny("kind")
                ? file.HasAny("amount")
                : file.HasAny("payment_fee", "delivery") && !file.HasAny("amount") && !money
                    && !HasForeign(file, OrderField.Sku, OrderField.Quantity),
            _ => !when && !money,
        };
    }

    /// <summary>Words such as “type” and “reason” name activities, and much else.</summary>
    private static bool IsDecisive(FactFileKind kind, FactColumns file, IReadOnlyList<string> header) => kind switch
    {
        FactFileKind.Activities => HasHeader(header, ActivityWords) || file.HasAny("minutes"),
        FactFileKind.Touches => file.HasAny("campaign"),
        _ => true,
    };

    /// <summary>Who, when and how much: an order log has these, and needs nothing else.</summary>
    private static bool MayBeOrders(FactColumns file, IReadOnlyList<string> header)
    {
        var who = Knows(header, OrderField.Customer) || Knows(header, OrderField.Email);
        var day = file["date"] >= 0 || HasForeign(file, OrderField.Date);
        return who && day && (Knows(header, OrderField.Amount) || Knows(header, OrderField.UnitPrice));
    }

    private static bool IsShopifyProducts(IReadOnlyList<string> header) =>
        HasHeader(header, ["variantsku"]) && HasHeader(header, ["costperitem"]) && !HasHeader(header, ["createdat"]);

    private static bool Knows(IReadOnlyList<string> header, OrderField asked) =>
        header.Any(column => OrderFields.TryFind(column, out var field, out _) && field == asked);

    /// <summary>Whether a column that is none of the shape's is one of an order log's.</summary>
    private static bool HasForeign(FactColumns file, params OrderField[] asked) =>
        file.Unclaimed.Any(column =>
            OrderFields.TryFind(file.NameOf(column), out var field, out _) && asked.Contains(field));

    private static bool HasHeader(IReadOnlyList<string> header, string[] words) =>
        header.Any(column => words.Contains(OrderFields.Normalise(column), StringComparer.Ordinal));

    private static ImportException Ambiguous(
        string path, IReadOnlyList<string> columns, List<FactFileKind> candidates, bool orOrders)
    {
        var shapes = candidates.Select(FactShapes.Of).ToList();
        var meanings = shapes.Select(shape => shape.Sentence).Concat(orOrders ? ["an order log"] : []);
        var words = shapes.Select(shape => $"--as {shape.Word}").Concat(orOrders ? ["--as orders"] : []);
        return new ImportException(new InputProblem(
            path, $"the columns {ColumnMapping.Listed(columns)}, which may be {string.Join(" or ", meanings)}",
            "a header that says which", $"Say which it is: {string.Join(" or ", words)}."));
    }
}
