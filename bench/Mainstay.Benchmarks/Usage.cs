namespace Mainstay.Benchmarks;

internal static class Usage
{
    public static int Show()
    {
        Console.Error.WriteLine(
            """
            dotnet run -c Release --project bench/Mainstay.Benchmarks -- first-light

            Measures what a user pays for a million customers and writes bench/results/first-light.md. The order log is
            made once and kept in the temporary folder. Build ./mainstay first; leave the machine alone meanwhile.
            """);
        return 2;
    }
}
