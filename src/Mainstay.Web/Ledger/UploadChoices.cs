using Mainstay.Ledger.Import;
using Mainstay.Ledger.Import.Facts;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Mainstay.Web.Ledger;

/// <summary>
/// What a person said about an uploaded file: in the address while looking, in the form when importing.
/// </summary>
public static class UploadChoices
{
    private const string MapPrefix = "map.";

    /// <summary>Name of the date order in address and form.</summary>
    public const string DateOrderName = "date-order";

    /// <summary>Name of the decimal mark in address and form.</summary>
    public const string DecimalCommaName = "decimal-comma";

    /// <summary>Name of the file's kind in address and form.</summary>
    public const string KindName = "as";

    /// <summary>The word for a file of orders of whatever shape.</summary>
    public const string Orders = "orders";

    /// <summary>Name of a field's column in address and form.</summary>
    public static string MapName(string field) => MapPrefix + field;

    /// <summary>The choices as the reader takes them; what is empty is found out from the file.</summary>
    public static ReadOptions Read(IEnumerable<KeyValuePair<string, StringValues>> values)
    {
        var said = values.Where(pair => !StringValues.IsNullOrEmpty(pair.Value))
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        var kind = said.GetValueOrDefault(KindName);
        return new ReadOptions
        {
            Kind = kind == Orders ? OrderFileKind.OrderLog : null,
            Facts = FactShapes.All.FirstOrDefault(shape => shape.Word == kind)?.Kind,
            Map = said.Where(pair => pair.Key.StartsWith(MapPrefix, StringComparison.Ordinal))
                .ToDictionary(pair => pair.Key[MapPrefix.Length..], pair => pair.Value, StringComparer.Ordinal),
            DateOrder = said.GetValueOrDefault(DateOrderName) switch
            {
                "dmy" => DateOrder.DayFirst,
                "mdy" => DateOrder.MonthFirst,
                _ => null,
            },
            DecimalComma = said.GetValueOrDefault(DecimalCommaName) switch
            {
                "yes" => true,
                "no" => false,
                _ => null,
            },
        };
    }

    /// <inheritdoc cref="Read(IEnumerable{KeyValuePair{string, StringValues}})"/>
    public static ReadOptions Read(HttpRequest request) => Read(request.Query);
}
