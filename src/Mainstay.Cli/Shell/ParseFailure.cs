using System.CommandLine;
using System.CommandLine.Parsing;
using Mainstay.Ledger.Settings;

namespace Mainstay.Cli.Shell;

/// <summary>Turns what the parser objects to into one sentence and the nearest word that would have worked.</summary>
internal static class ParseFailure
{
    public static Failure Of(ParseResult line)
    {
        var command = line.CommandResult.Command;
        var help = $"{Path(line.CommandResult)} --help";
        if (line.Errors.FirstOrDefault(each => IsUnknownOption(each.Message)) is { Message: var mistyped })
            return Unmatched(mistyped[Options.UnknownOption.Length..], command, line.CommandResult, help);
        if (line.UnmatchedTokens.Count > 0)
            return Unmatched(line.UnmatchedTokens[0], command, line.CommandResult, help);

        var error = line.Errors[0];
        return error.SymbolResult switch
        {
            OptionResult { Tokens.Count: 0 } option => new($"{option.Option.Name} needs a value",
                Expected: $"{option.Option.Name} {option.Option.HelpName}", Do: help),
            ArgumentResult { Tokens.Count: 0 } argument => new($"{argument.Argument.Name} is missing",
                Expected: $"{Path(line.CommandResult)} {Arguments(command)}", Do: help),
            CommandResult { Tokens.Count: <= 1 } when command.Subcommands.Count > 0 => new("no command given",
                Expected: string.Join(", ", command.Subcommands.Select(sub => sub.Name)), Do: help),
            _ => new(error.Message.TrimEnd('.'), Do: help),
        };
    }

    private static string Arguments(Command command) =>
        string.Join(' ', command.Arguments.Select(argument => argument.Name));

    private static bool IsUnknownOption(string message) =>
        message.StartsWith(Options.UnknownOption, StringComparison.Ordinal);

    private static Failure Unmatched(string word, Command command, CommandResult result, string help)
    {
        var option = word.StartsWith('-');
        var known = option
            ? Commands(result).SelectMany(each => each.Command.Options
                .Where(o => each == result || o.Recursive)).Select(o => o.Name)
            : command.Subcommands.Select(sub => sub.Name);
        var name = option ? word.Split('=')[0] : word;
        var near = NearestName.To(name, known);
        var error = option ? $"unknown option {name}"
            : command.Subcommands.Count > 0 ? $"unknown command {word}"
            : $"{word} is one word too many";
        return new(error, Expected: near is null ? null : $"{near}, perhaps", Do: help);
    }

    private static IEnumerable<CommandResult> Commands(CommandResult result)
    {
        for (CommandResult? each = result; each is not null; each = each.Parent as CommandResult)
            yield return each;
    }

    private static string Path(CommandResult result) =>
        string.Join(' ', Commands(result).Reverse().Select(each => each.Command.Name));
}
