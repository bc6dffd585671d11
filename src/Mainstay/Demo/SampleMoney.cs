namespace Mainstay.Demo;

/// <summary>The money cells of one row, in pence; null leaves a cell empty.</summary>
internal sealed record SampleMoney(long? Discount, long Amount, long? Cost);
