namespace Mainstay.Ledger.Import;

/// <summary>How <c>03/04/2024</c> is meant.</summary>
public enum DateOrder
{
    /// <summary>3 April: <c>--date-order dmy</c>.</summary>
    DayFirst,

    /// <summary>March 4: <c>--date-order mdy</c>.</summary>
    MonthFirst,
}
