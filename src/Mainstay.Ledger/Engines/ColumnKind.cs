namespace Mainstay.Ledger.Engines;

/// <summary>The types of value that cross between engines and into the program.</summary>
public enum ColumnKind
{
    /// <summary>64-bit whole number; read as <see cref="long"/>.</summary>
    Integer,

    /// <summary>Binary floating point; read as <see cref="double"/>.</summary>
    Double,

    /// <summary>Exact number; read as <see cref="decimal"/>.</summary>
    Decimal,

    /// <summary>Read as <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>Read as <see cref="DateOnly"/>.</summary>
    Date,

    /// <summary>A moment in time; read as <see cref="DateTimeOffset"/> in UTC.</summary>
    Instant,

    /// <summary>Read as <see cref="System.Guid"/>.</summary>
    Guid,

    /// <summary>Read as UTF-8.</summary>
    Text,
}
