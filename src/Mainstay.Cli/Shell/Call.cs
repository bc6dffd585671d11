using System.CommandLine;
using Mainstay.Cli.Terminal;
using Mainstay.Ledger.Engines;
using Mainstay.Ledger.Settings;

namespace Mainstay.Cli.Shell;

/// <summary>One command line being run: its options and where its words go.</summary>
internal sealed record Call(Frame Frame, ParseResult Line)
{
    public CliContext Context => Frame.Context;

    public OutputFormat Format => Line.GetValue(Frame.Common.Format);

    public DateOnly? AsOf => Line.GetValue(Frame.Common.AsOf);

    /// <summary>The workspace folder: the option, the environment, or the default beside the caller.</summary>
    public string WorkspaceFolder => Frame.Common.WorkspaceOf(Line, Context);

    /// <summary>True when somebody said which workspace, instead of leaving it at the default.</summary>
    public bool NamesWorkspace =>
        Line.GetValue(Frame.Common.Workspace) is not null || Context.Variable("MAINSTAY_WORKSPACE") is not null;

    /// <summary>Where the ledger of the workspace is.</summary>
    public LedgerAddress LedgerAddress => new Workspace(WorkspaceFolder).AddressOf(
        Line.GetValue(Frame.Common.Ledger), Context.Variable(Workspace.LedgerVariable));

    /// <summary>The same, or where the ledger is that this process holds already.</summary>
    public LedgerAddress HeldAddress => Context.Served?.Address ?? LedgerAddress;

    public bool Color =>
        Context.Color && !Line.GetValue(Frame.Common.NoColor) && Context.Variable("NO_COLOR") is null;

    /// <summary>Sentences and tables on the data stream.</summary>
    public Page Page => new(Context.Out, Context.Width, Color);

    public T? Value<T>(Option<T> option) => Line.GetValue(option);

    public T? Value<T>(Argument<T> argument) => Line.GetValue(argument);

    /// <summary>One line of talk.</summary>
    public void Say(string line) => Context.Error.WriteLine(line);
}
