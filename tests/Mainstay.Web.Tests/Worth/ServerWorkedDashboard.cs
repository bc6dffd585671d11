using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Settings;
using Mainstay.Tests;

namespace Mainstay.Web.Tests.Worth;

/// <summary>The same shop and the same work, its ledger on a PostgreSQL server.</summary>
internal sealed class ServerWorkedDashboard(PostgresServer server) : WorkedDashboard
{
    protected override LedgerAddress AddressIn(Workspace workspace) => LedgerAddress.Parse(server.NewDatabase());
}
