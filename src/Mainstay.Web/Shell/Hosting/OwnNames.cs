using Microsoft.AspNetCore.Http;

namespace Mainstay.Web.Shell.Hosting;

/// <summary>
/// The names this server answers to. A page elsewhere can point its own name at 127.0.0.1 (DNS rebinding); a request
/// under such a name, or from such a page, is not for us.
/// </summary>
internal static class OwnNames
{
    private static readonly string[] Hosts = ["127.0.0.1", "localhost", "[::1]"];

    /// <summary>Whether the Host header is one of ours at the port the request came in on.</summary>
    public static bool IsOwnHost(HttpRequest request) =>
        request.Host.HasValue
        && Hosts.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase)
        && (request.Host.Port ?? 80) == request.HttpContext.Connection.LocalPort;

    /// <summary>Whether a changing request comes from one of our own pages.</summary>
    public static bool IsOwnOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        return origin == $"{request.Scheme}://{request.Host}" && site is "" or "same-origin";
    }
}
