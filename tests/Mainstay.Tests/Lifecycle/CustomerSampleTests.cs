using Mainstay.Lifecycle;

namespace Mainstay.Tests.Lifecycle;

public sealed class CustomerSampleTests
{
    /// <summary>An MD5 in hex is spread evenly, so that as many of a million lie below as are enough.</summary>
    [Theory]
    [InlineData(0, "g")]
    [InlineData(100_000, "g")]
    [InlineData(200_000, "80000000")]
    [InlineData(1_000_000, "19999999")]
    public void As_many_fingerprints_lie_below_as_customers_are_enough(long customers, string below) =>
        Assert.Equal(below, CustomerSample.Below(customers));
}
