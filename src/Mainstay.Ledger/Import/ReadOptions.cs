using Mainstay.Ledger.Import.Facts;

namespace Mainstay.Ledger.Import;

/// <summary>What the person said about a file; whatever is left out is found out from the file itself.</summary>
public sealed record ReadOptions
{
    /// <summary>Field name to column name, as in <c>--map amount=Net</c>; overrides the header aliases.</summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = new Dictionary<string, string>();

    /// <summary>Day or month first; null infers it from the whole column and refuses when that cannot tell.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>True reads <c>1.234,50</c>, false <c>1,234.50</c>; null infers it from the numbers.</summary>
    public bool? DecimalComma { get; init; }

    /// <summary>
    /// True where the columns hold measurements and not amounts: <c>38.857</c> beside <c>2</c> is then a fraction, no
    /// thousands.
    /// </summary>
    public bool LoneMarkIsDecimal { get; init; }

    /// <summary>ISO 4217 code of every amount in a file without a currency of its own.</summary>
    public string? Currency { get; init; }

    /// <summary>Encoding name such as <c>windows-1252</c>; null infers it.</summary>
    public string? Encoding { get; init; }

    /// <summary>Field delimiter of a text file; null infers it.</summary>
    public char? Delimiter { get; init; }

    /// <summary>The file's shape; null recognises it by its header.</summary>
    public OrderFileKind? Kind { get; init; }

    /// <summary>The file's shape where it holds facts beside orders; null recognises it by its header.</summary>
    public FactFileKind? Facts { get; init; }
}
