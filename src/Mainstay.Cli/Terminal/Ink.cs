namespace Mainstay.Cli.Terminal;

/// <summary>What a piece of text means; colour is only its second signal.</summary>
internal enum Ink
{
    Plain,
    Strong,
    Muted,
    Gold,
    Losing,
}
