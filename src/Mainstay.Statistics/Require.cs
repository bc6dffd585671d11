using System.Globalization;
using System.Runtime.CompilerServices;

namespace Mainstay.Statistics;

/// <summary>The caller's mistakes, each answered with the parameter, the value found and what was expected.</summary>
internal static class Require
{
    public static void Finite(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(name, value, $"{name} is {Text(value)}; expected a finite number.");
    }

    public static void NonNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= 0) || double.IsInfinity(value))
            throw new ArgumentOutOfRangeException(name, value, $"{name} is {Text(value)}; expected a finite number >= 0.");
    }

    public static void Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value > 0) || double.IsInfinity(value))
            throw new ArgumentOutOfRangeException(name, value, $"{name} is {Text(value)}; expected a finite number > 0.");
    }

    public static void NonNegative(int value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value < 0)
            throw new ArgumentOutOfRangeException(name, value, $"{name} is {value}; expected a whole number >= 0.");
    }

    public static void Count(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= 0) || double.IsInfinity(value) || value != Math.Floor(value))
        {
            throw new ArgumentOutOfRangeException(
                name, value, $"{name} is {Text(value)}; expected a whole number of repeat purchase days, 0 or more.");
        }
    }

    public static void Within(
        double value, double low, double high, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value > low && value < high))
        {
            throw new ArgumentOutOfRangeException(
                name, value, $"{name} is {Text(value)}; expected more than {Text(low)} and less than {Text(high)}.");
        }
    }

    public static void Between(
        double value, double low, double high, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= low && value <= high))
        {
            throw new ArgumentOutOfRangeException(
                name, value, $"{name} is {Text(value)}; expected a number from {Text(low)} to {Text(high)}.");
        }
    }

    public static void SameLength(int length, int expected, string name)
    {
        if (length != expected)
            throw new ArgumentException($"{name} has {length} values; expected {expected}, one per row.", name);
    }

    public static void Row(bool holds, int row, string name, double value, string expected)
    {
        if (!holds)
            throw new ArgumentException($"row {row}: {name} is {Text(value)}; expected {expected}.", name);
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
