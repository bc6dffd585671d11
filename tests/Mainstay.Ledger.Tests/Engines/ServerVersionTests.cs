using Mainstay.Ledger.Engines.Postgres;

namespace Mainstay.Ledger.Tests.Engines;

public sealed class ServerVersionTests
{
    [Fact]
    public void A_server_older_than_fifteen_is_refused_by_name()
    {
        ServerVersion.Require(new Version(15, 0), "postgres://ann@db:5432/shop");
        ServerVersion.Require(new Version(18, 1), "postgres://ann@db:5432/shop");

        var refused = Assert.Throws<MistakeException>(
            () => ServerVersion.Require(new Version(14, 22), "postgres://ann@db:5432/shop"));
        Assert.Equal("The server is PostgreSQL 14.22, which is too old to hold a ledger.", refused.Message);
        Assert.Equal("PostgreSQL 15 or later", refused.Expected);
        Assert.Equal("postgres://ann@db:5432/shop", refused.Where);
    }
}
