using System.Net;
using System.Net.Http.Headers;

namespace Mainstay.Web.Tests.Dashboard;

public sealed class SecurityTests(DemoDashboard shop) : IClassFixture<DemoDashboard>
{
    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1:1", HttpStatusCode.MisdirectedRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    public async Task Only_its_own_names_are_answered(string host, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health");
        request.Headers.Host = host == "localhost" ? $"localhost:{shop.Address.Port}" : host;

        using var answer = await shop.Client.SendAsync(request);

        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Pages_may_run_no_foreign_script_and_stand_in_no_frame()
    {
        using var answer = await shop.Client.GetAsync("/");
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline'; img", policy.Replace("style-src-attr 'unsafe-inline'", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Theory]
    [InlineData("/settings")]
    [InlineData("/ledger/data/uploads")]
    [InlineData("/ledger/data/imports/1/undo")]
    [InlineData("/ledger/facts/rates")]
    public async Task A_change_from_another_origin_is_refused(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([]) };
        request.Headers.Add("Origin", "http://evil.example");

        using var answer = await shop.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/settings")]
    [InlineData("/ledger/data/imports/1/undo")]
    [InlineData("/ledger/facts/rates")]
    public async Task A_change_without_the_forms_token_is_refused(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([new("name", "business_name"), new("value", "Stolen")]),
        };
        request.Headers.Add("Origin", shop.Address.GetLeftPart(UriPartial.Authority));

        using var answer = await shop.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("Stolen", await shop.Client.GetStringAsync("/settings"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_are_taken_from_who_shows_the_token_and_from_no_browser()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await CommandAsync(token: null, origin: null));
        Assert.Equal(HttpStatusCode.Forbidden, await CommandAsync("wrong", origin: null));
        Assert.Equal(HttpStatusCode.Forbidden, await CommandAsync(DemoDashboard.Token, shop.Address.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(HttpStatusCode.OK, await CommandAsync(DemoDashboard.Token, origin: null));
    }

    private async Task<HttpStatusCode> CommandAsync(string? token, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/internal/command") { Content = new StringContent("{}") };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var answer = await shop.Client.SendAsync(request);
        return answer.StatusCode;
    }
}
