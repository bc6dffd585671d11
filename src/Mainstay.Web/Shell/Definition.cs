namespace Mainstay.Web.Shell;

/// <summary>What a figure means, said once: behind its info mark and in the list at the end of a page.</summary>
/// <param name="Id">Anchor, lower case with hyphens.</param>
/// <param name="Term">The figure's name as shown.</param>
/// <param name="Unit">Its unit, in words.</param>
/// <param name="Text">The definition, in one or two sentences.</param>
public sealed record Definition(string Id, string Term, string Unit, string Text);
