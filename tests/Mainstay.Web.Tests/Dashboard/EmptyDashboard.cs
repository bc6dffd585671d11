namespace Mainstay.Web.Tests.Dashboard;

/// <summary>A business on its first day: nothing was ever imported.</summary>
public sealed class EmptyDashboard : DemoDashboard
{
    protected override bool HasOrders => false;
}
