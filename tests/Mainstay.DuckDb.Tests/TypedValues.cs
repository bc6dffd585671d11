using System.Numerics;

namespace Mainstay.DuckDb.Tests;

/// <summary>Every type the binding carries, at its ordinary values and its extremes.</summary>
public static class TypedValues
{
    private static readonly (string SqlType, object[] Values)[] All =
    [
        ("boolean", [true, false]),
        ("tinyint", [sbyte.MinValue, (sbyte)0, sbyte.MaxValue]),
        ("smallint", [short.MinValue, short.MaxValue]),
        ("integer", [int.MinValue, -1, 0, int.MaxValue]),
        ("bigint", [long.MinValue, -1L, 0L, long.MaxValue]),
        ("utinyint", [byte.MinValue, byte.MaxValue]),
        ("usmallint", [ushort.MaxValue]),
        ("uinteger", [uint.MaxValue]),
        ("ubigint", [ulong.MaxValue]),
        ("hugeint", [(BigInteger)Int128.MinValue, BigInteger.MinusOne, BigInteger.Zero, (BigInteger)Int128.MaxValue]),
        ("float", [float.MinValue, 0.1f, float.Epsilon, float.NaN, float.PositiveInfinity]),
        ("double", [double.MinValue, 0.1, double.Epsilon, double.NaN, double.NegativeInfinity, -0.0]),
        ("decimal(4,1)", [-999.9m, 0.0m, 999.9m]),
        ("decimal(9,3)", [-999999.999m, 0.001m, 999999.999m]),
        ("decimal(18,4)", [-99999999999999.9999m, 0.0001m, 99999999999999.9999m]),
        ("decimal(19,4)", [-999999999999999.9999m, 0.0001m, 999999999999999.9999m]),
        ("decimal(38,10)", [-7922816251426433759.3543950335m, 0.0000000001m]),
        ("decimal(38,0)", [decimal.MinValue, decimal.MaxValue]),
        ("date", [DateOnly.MinValue, new DateOnly(1969, 12, 31), new DateOnly(2024, 2, 29), DateOnly.MaxValue]),
        ("time", [TimeOnly.MinValue, new TimeOnly(12, 34, 56, 789, 123), new TimeOnly(23, 59, 59, 999, 999)]),
        ("timestamp", [DateTime.MinValue, new DateTime(1969, 12, 31, 23, 59, 59, 999, 999), new DateTime(2024, 2, 29, 12, 34, 56, 789, 123)]),
        ("timestamptz", [DateTimeOffset.MinValue, new DateTimeOffset(2024, 2, 29, 12, 34, 56, 789, 123, TimeSpan.Zero)]),
        ("interval", [TimeSpan.Zero, new TimeSpan(40, 1, 2, 3, 4, 5), -TimeSpan.FromDays(1.5)]),
        ("uuid", [Guid.Empty, Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057"), Guid.Parse("ffffffff-ffff-ffff-ffff-ffffffffffff")]),
        ("varchar", ["", "twelve bytes", "thirteen byte", "Ærø, 東京, 🦆", "nul \0 inside", new string('x', 100_000)]),
        ("blob", [Array.Empty<byte>(), new byte[] { 0, 1, 255 }, Enumerable.Range(0, 5000).Select(i => (byte)(i % 256)).ToArray()]),
        ("boolean[]", [new[] { true, false }]),
        ("integer[]", [Array.Empty<int>(), new[] { 1, -2, 3 }, Enumerable.Range(0, 10_000).ToArray()]),
        ("bigint[]", [new[] { long.MinValue, long.MaxValue }, new long?[] { 1, null, 3 }]),
        ("double[]", [new[] { 0.1, double.MaxValue }]),
        ("decimal(19,4)[]", [new[] { 1.2345m, -99999.9999m }]),
        ("hugeint[]", [new[] { (BigInteger)Int128.MaxValue }]),
        ("date[]", [new[] { new DateOnly(2024, 2, 29) }]),
        ("timestamp[]", [new[] { new DateTime(2024, 2, 29, 1, 2, 3) }]),
        ("timestamptz[]", [new[] { new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.Zero) }]),
        ("uuid[]", [new[] { Guid.Parse("01890a5d-ac96-774b-bcce-b302099a8057") }]),
        ("varchar[]", [Array.Empty<string>(), new string?[] { "", null, "a longer one than twelve" }]),
        ("blob[]", [new[] { new byte[] { 1, 2 }, [] }]),
        ("integer[][]", [new[] { new[] { 1, 2 }, [], [3] }]),
    ];

    public static TheoryData<string, int> EachType()
    {
        var data = new TheoryData<string, int>();
        foreach (var (sqlType, values) in All)
        {
            for (var i = 0; i < values.Length; i++)
                data.Add(sqlType, i);
        }

        return data;
    }

    public static TheoryData<string> EachSqlType() => [.. All.Select(type => type.SqlType)];

    public static object Of(string sqlType, int index) => All.Single(type => type.SqlType == sqlType).Values[index];

    public static object[] Of(string sqlType) => All.Single(type => type.SqlType == sqlType).Values;
}
