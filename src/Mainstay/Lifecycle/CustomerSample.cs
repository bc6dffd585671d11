using System.Globalization;
using Mainstay.Ledger.Engines;

namespace Mainstay.Lifecycle;

/// <summary>
/// Which customers models are tested on: all, or where there are very many, as many as tell the models apart. Leaves
/// the relation sampled_customers on the session until it is disposed.
/// </summary>
internal sealed class CustomerSample : IDisposable
{
    // The standard error of a difference between two models is then some thousandth of a log score.
    private const long Enough = 100_000;

    private const int HexDigits = 8;

    private readonly SqlSession _sql;

    private CustomerSample(SqlSession sql, bool isEveryone) => (_sql, IsEveryone) = (sql, isEveryone);

    /// <summary>Whether nobody is left out, and sampled_customers is empty.</summary>
    public bool IsEveryone { get; }

    /// <summary>Draws from the session's customer_history.</summary>
    /// <param name="sql">The session.</param>
    /// <param name="customers">Customers there are.</param>
    /// <param name="numbered">Their ids are numbers in the order in which they appeared.</param>
    public static CustomerSample Draw(SqlSession sql, long customers, bool numbered)
    {
        var everyone = customers <= Enough;
        if (numbered)
        {
            sql.Materialize(
                "sampled_customers", SqlFile.Beside<CustomerSample>("sampled_numbers"),
                ("share", everyone ? 0 : (double)Enough / customers));
        }
        else
        {
            sql.Materialize(
                "sampled_customers", SqlFile.Beside<CustomerSample>("sampled_customers"),
                ("below", everyone ? "" : Below(customers)));
        }

        return new(sql, everyone);
    }

    /// <summary>
    /// The fingerprint, an MD5 in hex of the customer's id, below which lie as many as are enough; beyond any
    /// fingerprint where there are no more.
    /// </summary>
    public static string Below(long customers) => customers <= Enough
        ? "g"
        : ((long)(Math.Pow(16, HexDigits) * Enough / customers)).ToString("x8", CultureInfo.InvariantCulture);

    public void Dispose() => _sql.Drop("sampled_customers");
}
