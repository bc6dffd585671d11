namespace Mainstay.Ledger.Import.Facts;

/// <summary>The files of facts beside orders that Mainstay recognises by their headers.</summary>
public enum FactFileKind
{
    /// <summary>What the firm's resources cost, and how long they can work.</summary>
    Pools,

    /// <summary>How long one of each activity takes.</summary>
    ActivityTimes,

    /// <summary>What was done for whom.</summary>
    Activities,

    /// <summary>What one of each activity costs, where no pool says so.</summary>
    Rates,

    /// <summary>What was owed, and when it was paid.</summary>
    Payments,

    /// <summary>Whom marketing reached.</summary>
    Touches,

    /// <summary>What was spent on winning customers.</summary>
    AcquisitionSpend,

    /// <summary>Who brought whom.</summary>
    Referrals,

    /// <summary>What one of each article costs the firm.</summary>
    ProductCosts,

    /// <summary>What payment and delivery of orders cost.</summary>
    OrderCosts,

    /// <summary>Customers who stay whatever they cost.</summary>
    Exceptions,
}
