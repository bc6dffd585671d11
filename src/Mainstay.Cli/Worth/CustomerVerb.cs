using Mainstay.Cli.Shell;
using Mainstay.Ledger.Identity;

namespace Mainstay.Cli.Worth;

/// <summary>What a command does with the customer its key named.</summary>
internal delegate Task CustomerVerb(
    Call call, WorkspaceAnalysis analysis, KnownCustomer known, CancellationToken cancellationToken);
