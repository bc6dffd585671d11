namespace Mainstay.Ledger.Import;

/// <summary>What reading one file came to, whatever the file is about.</summary>
public abstract record FileReading
{
    private protected FileReading()
    {
    }

    /// <summary>The file.</summary>
    public required string Path { get; init; }

    /// <summary>One sentence: <c>Looks like a Shopify orders export, 79 columns, 3,412 orders, 2024-01-03…2026-11-20</c>.</summary>
    public required string RecognisedAs { get; init; }

    /// <summary><c>csv</c>, <c>jsonl</c>, <c>parquet</c> or <c>xlsx</c>; <c>csv.gz</c> and <c>jsonl.gz</c> when compressed.</summary>
    public required string Format { get; init; }

    /// <summary>Encoding the text was read in; null where the format fixes it.</summary>
    public string? Encoding { get; init; }

    /// <summary>Field delimiter of a text file.</summary>
    public char? Delimiter { get; init; }

    /// <summary>Day or month first, where the dates needed it.</summary>
    public DateOrder? DateOrder { get; init; }

    /// <summary>True when amounts were read as <c>1.234,50</c>.</summary>
    public bool DecimalComma { get; init; }

    /// <summary>Header of the file, in its order.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Field name to the column it was read from.</summary>
    public required IReadOnlyDictionary<string, string> Mapping { get; init; }

    /// <summary>Rows below the header that are not blank.</summary>
    public required long RowsRead { get; init; }

    /// <summary>Rows staged; a row that says two things is two of them.</summary>
    public required long RowsStaged { get; init; }

    /// <summary>Rows in <c>staged_rejects</c>.</summary>
    public required long Rejected { get; init; }

    /// <summary>Rows understood and left out on purpose; <see cref="Notes"/> says why.</summary>
    public required long LeftOut { get; init; }

    /// <summary>First and last calendar day in the business's time zone; null without rows.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <inheritdoc cref="FirstDay"/>
    public DateOnly? LastDay { get; init; }

    /// <summary>What a careful reader should know, in words.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The first rejects; all of them are in <c>staged_rejects</c>.</summary>
    public IReadOnlyList<RejectedRow> FirstRejects { get; init; } = [];
}
