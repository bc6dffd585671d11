using System.CommandLine;
using Mainstay.Cli.Shell;
using Mainstay.Lifecycle;
using Mainstay.Worth;

namespace Mainstay.Cli.Worth;

/// <summary>Which customers, and in which order; shared by the list and the export.</summary>
internal sealed class CustomerFilters
{
    public Option<string?> Tier { get; } = Word(
        "--tier", "Only this tier.", ["gold", "strong", "steady", "thin", "losing"]);

    public Option<string?> Stage { get; } = Word("--stage", "Only this stage.", Lifecycle.Stage.All);

    public Option<string?> State { get; } = Word("--state", "Only this state.", Lifecycle.State.All);

    public Option<string?> Sort { get; } = Word(
        "--sort", "Order by; default: lifetime_value.", CustomerListRequest.SortColumns);

    public Option<bool> Ascending { get; } = new("--ascending") { Description = "Smallest first instead of largest." };

    public void AddTo(Command command)
    {
        command.Options.Add(Tier);
        command.Options.Add(Stage);
        command.Options.Add(State);
        command.Options.Add(Sort);
        command.Options.Add(Ascending);
    }

    public CustomerListRequest Of(Call call, string? search) => new()
    {
        Search = search,
        Tier = call.Value(Tier),
        Stage = call.Value(Stage),
        State = call.Value(State),
        Sort = call.Value(Sort) ?? "lifetime_value",
        Descending = !call.Value(Ascending),
    };

    private static Option<string?> Word(string name, string description, IReadOnlyList<string> words)
    {
        var option = Options.OneOf(name, description, [.. words.Select(word => (word, (string?)word))]);
        option.HelpName = words.Count > 5 ? "COLUMN" : option.HelpName;
        return option;
    }
}
