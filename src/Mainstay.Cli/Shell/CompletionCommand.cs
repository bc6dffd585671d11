using System.CommandLine;

namespace Mainstay.Cli.Shell;

/// <summary>
/// <c>mainstay completion SHELL</c>: the script that lets a shell ask <c>mainstay [suggest]</c> for words.
/// </summary>
internal static class CompletionCommand
{
    private const string Bash = """
        # mainstay completion bash > ~/.local/share/bash-completion/completions/mainstay
        _mainstay() {
          local IFS=$'\n'
          local words
          words=$("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
          COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
          [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o filenames -F _mainstay mainstay ./mainstay
        """;

    private const string Zsh = """
        #compdef mainstay
        # mainstay completion zsh > "${fpath[1]}/_mainstay"
        _mainstay() {
          local -a words_found
          words_found=("${(@f)$(${words[1]} "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
          compadd -a words_found
          _files
        }
        compdef _mainstay mainstay ./mainstay
        """;

    private const string Fish = """
        # mainstay completion fish > ~/.config/fish/completions/mainstay.fish
        function __mainstay_words
          set -l line (commandline -cp)
          mainstay "[suggest:"(string length -- $line)"]" $line 2>/dev/null
        end
        complete -c mainstay -a '(__mainstay_words)'
        """;

    private const string PowerShell = """
        # mainstay completion powershell >> $PROFILE
        Register-ArgumentCompleter -Native -CommandName mainstay -ScriptBlock {
          param($word, $tree, $cursor)
          mainstay "[suggest:$cursor]" "$tree" 2>$null | Where-Object { $_ -like "$word*" } |
            ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    public static Command Create(Frame frame)
    {
        var shell = new Argument<string?>("SHELL") { Description = "bash, zsh, fish or powershell." };
        shell.CompletionSources.Add("bash", "zsh", "fish", "powershell");
        var command = new ExampledCommand("completion", "Print the script that completes mainstay's words in a shell.",
            "mainstay completion bash > ~/.local/share/bash-completion/completions/mainstay") { shell };
        frame.Run(command, call => Write(call, call.Value(shell)!));
        return command;
    }

    private static ExitCode Write(Call call, string shell)
    {
        var script = shell switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            "powershell" or "pwsh" => PowerShell,
            _ => throw new CommandFailedException(new Failure($"there is no completion for {shell}",
                Expected: "bash, zsh, fish or powershell")),
        };
        call.Context.Out.WriteLine(script.ReplaceLineEndings("\n"));
        return ExitCode.Ok;
    }
}
