namespace Mainstay.DuckDb.Columns;

/// <summary>Powers of ten, and how many digits a number has.</summary>
internal static class DecimalDigits
{
    /// <summary>The engine's widest DECIMAL.</summary>
    public const int Widest = 38;

    /// <summary>2^96 - 1.</summary>
    public static readonly Int128 LargestDecimal = new(uint.MaxValue, ulong.MaxValue);

    private static readonly Int128[] Powers = PowersOfTen();

    public static Int128 PowerOfTen(int exponent) => Powers[exponent];

    public static byte Count(Int128 value)
    {
        var magnitude = Int128.Abs(value);
        byte digits = 1;
        while (digits < Widest && magnitude >= Powers[digits])
            digits++;
        return digits;
    }

    private static Int128[] PowersOfTen()
    {
        var powers = new Int128[Widest + 1];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
            powers[i] = powers[i - 1] * 10;
        return powers;
    }
}
