using Mainstay.Ledger.Import.Facts;
using Microsoft.Extensions.Primitives;

namespace Mainstay.Web.Ledger;

/// <summary>
/// What a person entered of one fact: in the form when adding, in the address where something is wrong.
/// </summary>
internal static class EnteredFact
{
    /// <summary>Name of the fact's kind in the address.</summary>
    public const string KindName = "as";

    /// <summary>Says in the address that what is entered was refused.</summary>
    public const string TriedName = "tried";

    /// <summary>Names, in the address, somebody the ledger did not know before.</summary>
    public const string NewName = "new";

    /// <summary>The fields of a kind that a form asks for.</summary>
    public static IEnumerable<FactField> FieldsOf(FactShape shape) => shape.Fields.Where(field => !field.IsForFiles);

    /// <summary>What stands under the fields of a kind; empty ones are left out.</summary>
    public static Dictionary<string, string> Read(
        FactShape shape, IEnumerable<KeyValuePair<string, StringValues>> values)
    {
        var names = FieldsOf(shape).Select(field => NameOf(field.Name)).ToHashSet(StringComparer.Ordinal);
        return values.Where(pair => names.Contains(pair.Key) && !StringValues.IsNullOrEmpty(pair.Value))
            .ToDictionary(pair => pair.Key[Prefix.Length..], pair => pair.Value.ToString(), StringComparer.Ordinal);
    }

    /// <summary>Name of a field's value in form and address.</summary>
    public static string NameOf(string field) => Prefix + field;

    /// <summary>A kind's form with one field filled in.</summary>
    public static string AddressOf(FactFileKind kind, string field, string value) =>
        $"/ledger/facts?{KindName}={FactShapes.Of(kind).Word}&{NameOf(field)}={Uri.EscapeDataString(value)}";

    private const string Prefix = "fact.";
}
