using System.Text;
using Mainstay.Web.Shell.Hosting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Mainstay.Web.Tests.Shell;

public sealed class FailurePageTests
{
    [Theory]
    [InlineData("No space left on device : '/shop/incoming/orders.csv'", 507, "The disk is full. ")]
    [InlineData("Input/output error", 500, "Something failed that is our fault. ")]
    public async Task A_full_disk_is_said_so_and_other_failures_keep_their_details_to_themselves(
        string message, int status, string text)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { Response = { Body = body } };
        context.Features.Set<IExceptionHandlerFeature>(new ExceptionHandlerFeature { Error = new IOException(message) });

        await FailurePage.WriteAsync(context);

        Assert.Equal(status, context.Response.StatusCode);
        Assert.StartsWith(text, Encoding.UTF8.GetString(body.ToArray()), StringComparison.Ordinal);
        Assert.DoesNotContain(message, Encoding.UTF8.GetString(body.ToArray()), StringComparison.Ordinal);
    }
}
