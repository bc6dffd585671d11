namespace Mainstay.Ledger.Import.Facts;

/// <summary>What the cells of a column hold.</summary>
public enum FactCell
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>A month, or any day in it.</summary>
    Month,

    /// <summary>A number, 0 or more.</summary>
    Number,

    /// <summary>An amount of money, 0 or more; its currency may stand beside it.</summary>
    Money,

    /// <summary>An amount of money with its sign.</summary>
    SignedMoney,

    /// <summary>A fraction from 0 to 1, or a percentage.</summary>
    Share,

    /// <summary>Minutes by drivers: <c>0.5 + 6.5*special + 0.2*air</c>.</summary>
    Equation,

    /// <summary>An ISO 4217 code.</summary>
    Currency,

    /// <summary>One of a few words.</summary>
    Choice,
}
