using Mainstay.Ledger.Engines;

namespace Mainstay.Worth.Explanation;

/// <summary>What every branch of an explanation needs: the session, the snapshot, and how nodes are made.</summary>
internal sealed class ExplanationParts(SqlSession sql, Snapshot snapshot)
{
    private readonly MinorUnit _unit = MinorUnit.Of(snapshot.Document.Currency);

    public SqlSession Sql { get; } = sql;

    public Snapshot Snapshot { get; } = snapshot;

    public AnalysisDocument Document => Snapshot.Document;

    public string Currency => Document.Currency;

    public decimal Round(decimal amount) => _unit.Round(amount);

    public decimal? Round(double? estimate) => _unit.Round(estimate);

    /// <summary>A sum of money; what printing rounds off is a child of its own.</summary>
    public CustomerExplanation Sum(string name, decimal value, IReadOnlyList<CustomerExplanation> parts)
    {
        var rounding = value - parts.Sum(part => part.Value ?? 0);
        return new(name, value, Currency, CustomerExplanation.Sum,
            rounding == 0 ? parts : [.. parts, new("rounding", rounding, Currency, null, [])]);
    }

    /// <summary>An amount that is given.</summary>
    public CustomerExplanation Money(string name, decimal value, string? note = null) =>
        new(name, Plain(value), Currency, null, []) { Note = note };

    /// <summary>A number that is given.</summary>
    public static CustomerExplanation Given(string name, decimal? value, string unit, string? note = null) =>
        new(name, value is { } number ? Plain(number) : null, unit, null, []) { Note = note };

    /// <inheritdoc cref="Given(string, decimal?, string, string?)"/>
    public static CustomerExplanation Given(string name, double? value, string unit, string? note = null) =>
        new(name, Plain(value), unit, null, []) { Note = note };

    /// <summary>An estimate as a number of nine decimals; null where it is none that can be written.</summary>
    public static decimal? Plain(double? value) =>
        value is { } number && Math.Abs(number) < 1e24 ? Plain(decimal.Round((decimal)number, 9)) : null;

    /// <summary>Without the zeros that a column's scale leaves behind.</summary>
    public static decimal Plain(decimal number) => number / 1.000000000000000000000000000m;
}
