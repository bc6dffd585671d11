using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Settings;
using Mainstay.Tests;

namespace Mainstay.Web.Tests.Dashboard;

/// <summary>The same shop, its ledger on a PostgreSQL server.</summary>
internal sealed class ServerDashboard(PostgresServer server) : DemoDashboard
{
    protected override LedgerAddress AddressIn(Workspace workspace) => LedgerAddress.Parse(server.NewDatabase());
}
