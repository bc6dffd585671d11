using Mainstay.Ledger.Schema;
using Mainstay.Ledger.Settings;

namespace Mainstay.Web.Shell.Hosting;

/// <summary>What a dashboard serves and to whom.</summary>
public sealed record DashboardOptions
{
    /// <summary>Port of the home page, unless a person asks for another.</summary>
    public const int DefaultPort = 5080;

    /// <summary>The folder whose settings the pages show and change.</summary>
    public required Workspace Workspace { get; init; }

    /// <summary>The open ledger; the dashboard does not close it.</summary>
    public required LedgerDatabase Ledger { get; init; }

    /// <summary>Loopback port; 0 takes any free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Runs command lines that other processes send; null: none are taken.</summary>
    public CommandEndpoint? Commands { get; init; }

    /// <summary>What a process must show to send one: it could read <c>serve.json</c>.</summary>
    public string CommandToken { get; init; } = "";

    /// <summary>The clock behind "so far", upload names and timestamps.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
