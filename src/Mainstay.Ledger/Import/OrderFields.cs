using System.Globalization;
using System.Text;

namespace Mainstay.Ledger.Import;

/// <summary>The names of the fields and the headers they go by in the files people have.</summary>
internal static class OrderFields
{
    /// <summary>Fields whose cells are numbers.</summary>
    public static IReadOnlyList<OrderField> Numbers { get; } =
    [
        OrderField.Amount, OrderField.UnitPrice, OrderField.Quantity, OrderField.Discount, OrderField.Cost, OrderField.UnitCost,
    ];

    private static readonly Dictionary<string, (OrderField Field, int Rank)> ByHeader = Ranked();

    /// <summary>The name a person writes in <c>--map</c>, and the key in a mapping.</summary>
    public static string NameOf(OrderField field) => field switch
    {
        OrderField.UnitPrice => "unit_price",
        OrderField.UnitCost => "unit_cost",
        OrderField.Order => "order_id",
        OrderField.Line => "line_id",
        OrderField.CancelledOn => "cancelled_on",
        _ => field.ToString().ToLowerInvariant(),
    };

    /// <summary>The field a header is known to mean; a lower rank is the surer sign.</summary>
    public static bool TryFind(string header, out OrderField field, out int rank)
    {
        var known = ByHeader.TryGetValue(Normalise(header), out var entry);
        (field, rank) = entry;
        return known;
    }

    /// <summary>Lower case, without accents, spaces and punctuation: <c>Prix Unitaire (€)</c> is <c>prixunitaire</c>.</summary>
    public static string Normalise(string header)
    {
        var kept = new StringBuilder(header.Length);
        foreach (var letter in header.Normalize(NormalizationForm.FormKD))
        {
            if (letter == 'ß')
                kept.Append("ss");
            else if (char.IsLetterOrDigit(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                kept.Append(char.ToLowerInvariant(letter));
        }

        return kept.ToString();
    }

    private static Dictionary<string, (OrderField, int)> Ranked()
    {
        var ranked = new Dictionary<string, (OrderField, int)>(StringComparer.Ordinal);
        foreach (var (field, headers) in HeaderAliases.ByField)
        {
            var rank = 0;
            foreach (var header in headers.Split(' ', '\n').Where(word => word.Length > 0))
                ranked.TryAdd(header, (field, rank++));
        }

        return ranked;
    }
}
