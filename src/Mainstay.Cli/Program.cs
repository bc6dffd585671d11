using Mainstay.Cli.Shell;

using var interruption = new Interruption();
using var context = ConsoleContext.Create();
return await CommandHost.RunAsync(args, context, interruption.Token);
