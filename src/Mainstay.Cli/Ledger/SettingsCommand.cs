using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Cli.Terminal;
using Mainstay.Ledger.Settings;

namespace Mainstay.Cli.Ledger;

/// <summary><c>mainstay settings [get|set]</c>: what a business decides for itself.</summary>
internal static class SettingsCommand
{
    private static readonly Listing<(Setting Setting, string Value)> List = new("settings",
    [
        new("name", row => row.Setting.Name, new("name")),
        new("value", row => row.Value, new("value")),
        new("meaning", row => row.Setting.Meaning, new("meaning", Flexible: true)),
        new("default", row => row.Setting.Default),
        new("allowed", row => row.Setting.Allowed),
    ]);

    public static Command Create(Frame frame)
    {
        var command = new ExampledCommand(
            "settings", "What the business decides for itself: name, currency, rates, tiers.",
            "mainstay settings set currency EUR", "mainstay settings set margin_rate 0.35")
        { UsesLedger = true };
        frame.Run(command, call => Show(call, SettingList.All));
        command.Subcommands.Add(Get(frame));
        command.Subcommands.Add(Set(frame));
        return command;
    }

    private static ExampledCommand Get(Frame frame)
    {
        var name = new Argument<string>("NAME") { Description = "Which setting.", HelpName = "NAME" };
        name.CompletionSources.Add([.. SettingList.All.Select(setting => setting.Name)]);
        var command = new ExampledCommand("get", "Print one setting.") { UsesLedger = true };
        command.Arguments.Add(name);
        frame.Run(command, call =>
        {
            var setting = SettingList.Named(call.Value(name)!);
            if (call.Format != OutputFormat.Table)
                return Show(call, [setting]);
            call.Context.Out.WriteLine(setting.ValueIn(InForce(call)));
            return ExitCode.Ok;
        });
        return command;
    }

    private static ExampledCommand Set(Frame frame)
    {
        var name = new Argument<string>("NAME")
        {
            Description = "Which setting, as mainstay settings lists them; exchange_rates.USD reaches inside one.",
            HelpName = "NAME",
        };
        name.CompletionSources.Add([.. SettingList.All.Select(setting => setting.Name)]);
        var value = new Argument<string>("VALUE") { Description = "What it becomes." };
        var command = new ExampledCommand("set", "Change one setting; comments in mainstay.json stay.")
        { UsesLedger = true };
        command.Arguments.Add(name);
        command.Arguments.Add(value);
        frame.Run(command, async (call, cancellationToken) =>
        {
            var settings = await ChangeAsync(call, call.Value(name)!, call.Value(value)!, cancellationToken);
            var setting = SettingList.Named(call.Value(name)!.Split('.')[0]);
            if (call.Format == OutputFormat.Table)
                call.Context.Out.WriteLine($"{setting.Name} is now {setting.ValueIn(settings)}.");
            else
                List.WriteOne(call, (setting, setting.ValueIn(settings)));
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>A ledger re-derives what a setting decides, such as the day of an order, at once.</summary>
    private static async Task<BusinessSettings> ChangeAsync(
        Call call, string name, string value, CancellationToken cancellationToken)
    {
        var workspace = new Workspace(call.WorkspaceFolder).Ensure();
        if (!call.LedgerAddress.MayExist && call.Context.Served is null)
            return workspace.SettingsFile.Set(name, value);
        using var open = await OpenWorkspace.ExistingAsync(call, cancellationToken);
        return await SettingsInForce.SetAsync(workspace, open.Ledger, name, value, cancellationToken);
    }

    private static BusinessSettings InForce(Call call) => new Workspace(call.WorkspaceFolder).SettingsFile.Read();

    private static ExitCode Show(Call call, IReadOnlyList<Setting> settings)
    {
        var file = new Workspace(call.WorkspaceFolder).SettingsFile;
        var inForce = file.Read();
        var rows = settings.Select(setting => (setting, setting.ValueIn(inForce)));
        foreach (var unknown in file.UnknownNames())
            call.Say($"mainstay: {file.Path}: {unknown} is not a setting and is ignored."
                + NearestName.Question(unknown, SettingList.All.Select(s => s.Name)));
        if (call.Format != OutputFormat.Table)
        {
            List.Write(call, rows);
            return ExitCode.Ok;
        }

        call.Page.Table(List.Table(rows));
        call.Page.Next("mainstay settings set NAME VALUE, or edit mainstay.json in the workspace.");
        return ExitCode.Ok;
    }
}
