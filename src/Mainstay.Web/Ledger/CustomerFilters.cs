using System.Globalization;
using Mainstay.Worth;
using Microsoft.AspNetCore.Http;

namespace Mainstay.Web.Ledger;

/// <summary>Search, filters, order and page of the customer list, as its address holds them.</summary>
/// <param name="Request">What the list is asked for.</param>
/// <param name="Page">Page from 1.</param>
public sealed record CustomerFilters(CustomerListRequest Request, long Page)
{
    /// <summary>Customers on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Reads an address; a sort or page that makes no sense is the default.</summary>
    public static CustomerFilters Read(HttpRequest request)
    {
        var query = request.Query;
        var sort = query["sort"].ToString();
        var known = CustomerListRequest.SortColumns.Contains(sort);
        var page = long.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number, 1, 1_000_000_000) : 1;
        var defaults = new CustomerListRequest();
        return new CustomerFilters(defaults with
        {
            Search = Given(query["q"].ToString()),
            Tier = Given(query["tier"].ToString()),
            Stage = Given(query["stage"].ToString()),
            State = Given(query["state"].ToString()),
            Sort = known ? sort : defaults.Sort,
            Descending = !known || query["order"] != "asc",
            Offset = (page - 1) * PageSize,
            Count = PageSize,
        }, page);
    }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsNarrowed => Request is not { Search: null, Tier: null, Stage: null, State: null };

    /// <summary>The address of another page of the same list.</summary>
    public string OnPage(long page) =>
        "/ledger/customers" + Query([.. Given(), new("page", page.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>The address of the same list as CSV, whole.</summary>
    public string AsCsv => "/ledger/customers.csv" + Query([.. Given()]);

    /// <summary>The address of the list ordered by a column; a second time turns the order round.</summary>
    public string SortedBy(string column) => "/ledger/customers" + Query(
        [.. Given().Where(pair => pair.Key is not ("sort" or "order")), new("sort", column),
         new("order", Request.Sort == column && Request.Descending ? "asc" : "desc")]);

    /// <summary><c>aria-sort</c> of a column; null where the list is not ordered by it.</summary>
    public string? SortOf(string column) =>
        Request.Sort != column ? null : Request.Descending ? "descending" : "ascending";

    private IEnumerable<KeyValuePair<string, string?>> Given() =>
    [
        new("q", Request.Search), new("tier", Request.Tier), new("stage", Request.Stage), new("state", Request.State),
        new("sort", Request.Sort), new("order", Request.Descending ? "desc" : "asc"),
    ];

    private static string Query(IEnumerable<KeyValuePair<string, string?>> pairs) =>
        QueryString.Create(pairs.Where(pair => pair.Value is not null)).ToString();

    private static string? Given(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
