using System.Buffers;

namespace Mainstay.Ledger.Import.Facts;

/// <summary>What a row of facts must say beyond its single cells, and what it is called.</summary>
internal static class FactRules
{
    private const byte Separator = 0x1F;

    /// <summary>Why a fact cannot be, in words; null when it can.</summary>
    public static string? FaultOf(FactShape shape, in FactRow fact)
    {
        if (fact.Until < fact.Day && shape.Kind is FactFileKind.Pools or FactFileKind.Exceptions)
            return $"it ends before it begins; expected {EndOf(shape)} on or after the day it begins";
        return shape.Kind switch
        {
            FactFileKind.Pools when fact.Quantity == 0 =>
                "capacity_minutes is 0; expected the minutes the pool can really work, more than 0",
            FactFileKind.ActivityTimes when fact.Minutes is null && fact.Detail.Length == 0 =>
                "neither unit_minutes nor equation says how long it takes; expected one of them",
            FactFileKind.Payments or FactFileKind.Exceptions when IsNobodys(fact) =>
                $"nobody is named; expected {string.Join(" or ", shape.OneOf)}",
            FactFileKind.OrderCosts when IsNobodys(fact) => "neither order nor customer is named; expected one of them",
            FactFileKind.OrderCosts when fact.Amount is null && fact.Fee is null && fact.Delivery is null =>
                "it names no amount; expected kind and amount, or payment_fee, or delivery",
            FactFileKind.OrderCosts when fact.Amount is not null && fact.Name.Length == 0 =>
                "kind is empty; expected payment_fee or delivery",
            FactFileKind.Referrals when IsSelf(fact.Customer, fact.Other) =>
                "the referrer and the referred are one and the same; expected two customers",
            _ => null,
        };
    }

    /// <summary>What names the fact; empty where all it says does.</summary>
    /// <remarks>Ids belong to an activity, for two systems that count from 1 may feed one ledger.</remarks>
    public static ReadOnlySpan<byte> KeyOf(FactShape shape, scoped in FactRow fact, ArrayBufferWriter<byte> key)
    {
        key.ResetWrittenCount();
        if (shape.Key.Count == 0 && fact.Id.Length == 0)
            return default;
        if (shape.Key.Count == 0)
        {
            key.Write(fact.Name);
            Add(key, fact.Id);
            return key.WrittenSpan;
        }

        foreach (var slot in shape.Key)
        {
            if (slot != FactSlot.Day)
                Add(key, fact.Text(slot));
            else if (fact.Day is { } day)
                Add(key, System.Text.Encoding.UTF8.GetBytes(Written(day)));
        }

        return key.WrittenSpan;
    }

    private static string Written(int day) =>
        Moment.Date(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static void Add(ArrayBufferWriter<byte> key, ReadOnlySpan<byte> part)
    {
        key.Write([Separator]);
        key.Write(part);
    }

    private static bool IsNobodys(in FactRow fact) =>
        fact.Customer.Length == 0 && fact.Email.Length == 0 && fact.Order.Length == 0;

    private static bool IsSelf(ReadOnlySpan<byte> referrer, ReadOnlySpan<byte> referred) =>
        referrer.SequenceEqual(referred)
        || (referrer.Contains((byte)'@') && OrderShape.Lower(referrer).AsSpan().SequenceEqual(OrderShape.Lower(referred)));

    private static string EndOf(FactShape shape) => shape.Kind == FactFileKind.Pools ? "until" : "review_on";
}
