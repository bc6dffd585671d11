namespace Mainstay.Ledger.Settings;

/// <summary>A change of the settings file that has been judged but not written.</summary>
/// <param name="Settings">The settings in force once it is written.</param>
/// <param name="Text">The whole file as it would be.</param>
internal sealed record SettingsChange(BusinessSettings Settings, string Text);
