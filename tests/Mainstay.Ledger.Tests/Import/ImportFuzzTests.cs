using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mainstay.Ledger.Import;
using Mainstay.Tests;

namespace Mainstay.Ledger.Tests.Import;

/// <summary>Whatever the bytes, a file is understood row by row or refused in words: nothing else is ever thrown.</summary>
public sealed class ImportFuzzTests
{
    private static readonly string[] Samples =
        ["order_log.csv", "german.csv", "shopify.csv", "woocommerce.csv", "stripe.csv", "invoices.csv", "orders.jsonl"];

    private static readonly byte[][] Splinters =
    [
        "\""u8.ToArray(), ","u8.ToArray(), ";"u8.ToArray(), "\n"u8.ToArray(), "\r"u8.ToArray(), [0], [0xFF], [0xC3],
        "-"u8.ToArray(), "1e9999"u8.ToArray(), "99999999999999999999"u8.ToArray(), "2024-02-30"u8.ToArray(), "{"u8.ToArray(), "(("u8.ToArray(),
        "\u202E"u8.ToArray(), "|"u8.ToArray(), "refunded"u8.ToArray(), "C1"u8.ToArray(), "1,2,3.4.5"u8.ToArray(), "''"u8.ToArray(),
    ];

    [Fact]
    public void Random_bytes_are_refused_in_words() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40).WithReplay(20_240_501, 7), Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>(), bytes => IsUnderstoodOrRefused(bytes)));

    [Fact]
    public void Random_changes_of_real_files_are_understood_or_refused_in_words()
    {
        var changes = Gen.Choose(0, int.MaxValue - 1).ArrayOf(7);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(80).WithReplay(20_240_502, 7), Prop.ForAll(
            changes.ToArbitrary(), numbers => IsUnderstoodOrRefused(Mutated(numbers))));
    }

    /// <summary>The first number picks the file; each pair after it a place and what happens there.</summary>
    private static byte[] Mutated(int[] numbers)
    {
        var name = Samples[numbers[0] % Samples.Length];
        var bytes = File.ReadAllBytes(Path.Combine(Golden.Root(), "tests", "Golden", "import", name)).ToList();
        for (var pair = 1; pair + 1 < numbers.Length; pair += 2)
        {
            var at = numbers[pair] % (bytes.Count + 1);
            var splinter = Splinters[numbers[pair + 1] % Splinters.Length];
            if (numbers[pair + 1] % 3 == 0)
                bytes.RemoveRange(at, Math.Min(bytes.Count - at, numbers[pair + 1] % 40));
            bytes.InsertRange(at, splinter);
        }

        return [.. bytes];
    }

    private static bool IsUnderstoodOrRefused(byte[] bytes)
    {
        try
        {
            using var staging = Staging.OfBytesAsync(bytes).GetAwaiter().GetResult();
            var file = staging.File;
            return file.RowsRead == 0 || file.RowsStaged + file.Rejected + file.LeftOut > 0 || file.Kind == OrderFileKind.ShopifyOrders;
        }
        catch (ImportException refused)
        {
            return refused.Problem.Do.Length > 0;
        }
    }
}
