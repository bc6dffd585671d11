namespace Mainstay.Benchmarks;

internal static class Usage
{
    public static int Show()
    {
        Console.Error.WriteLine(
            """
            dotnet run -c Release --project bench/Mainstay.Benchmarks -- first-light
            dotnet run -c Release --project bench/Mainstay.Benchmarks -- second-engine bench/results
            dotnet run -c Release --project bench/Mainstay.Benchmarks -- coverage bench/results
            dotnet run -c Release --project bench/Mainstay.Benchmarks -- models-page bench/results
            dotnet run -c Release --project bench/Mainstay.Benchmarks -- worth bench/results

            The first measures what a user pays for a million customers and writes bench/results/first-light.md, the
            second what an import into PostgreSQL costs beside a bare COPY, the third (twenty minutes) whether 90 %
            intervals hold 90 % of simulated truths, the fourth what the models cost a million customers, the fifth
            what worth costs them with three million activities. The order log is made once and kept in the
            temporary folder. Build ./mainstay first; leave the machine alone meanwhile.
            """);
        return 2;
    }
}
