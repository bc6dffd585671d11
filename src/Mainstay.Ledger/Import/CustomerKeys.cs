using System.Buffers.Binary;
using System.Numerics;

namespace Mainstay.Ledger.Import;

/// <summary>
/// Gives every customer key a small number, so that the engine groups by integers instead of text. Mutable: it grows
/// with the keys. Keys of up to eight bytes never leave their slot, which is what makes millions of them cheap.
/// </summary>
internal sealed class CustomerKeys
{
    private const ulong Mix = 0x9E37_79B9_7F4A_7C15;

    private Slot[] _slots = new Slot[1 << 12];
    private int[] _starts = new int[1 << 11];
    private byte[] _text = new byte[1 << 14];

    /// <summary>How many different keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>The key of a number.</summary>
    public ReadOnlySpan<byte> this[int number] => _text.AsSpan(_starts[number], _starts[number + 1] - _starts[number]);

    /// <summary>The number of a key, a new one when it is new.</summary>
    public int Number(ReadOnlySpan<byte> key)
    {
        var head = Head(key);
        var mask = _slots.Length - 1;
        var at = SlotOf(head, key.Length) & mask;
        while (true)
        {
            ref var slot = ref _slots[at];
            if (slot.Next == 0)
                break;
            if (slot.Head == head && slot.Length == key.Length && (key.Length <= 8 || this[slot.Next - 1].SequenceEqual(key)))
                return slot.Next - 1;
            at = (at + 1) & mask;
        }

        return Add(key, head, at);
    }

    private int Add(ReadOnlySpan<byte> key, ulong head, int at)
    {
        _slots[at] = new Slot(head, key.Length, Count + 1);
        if (Count + 1 == _starts.Length)
            Array.Resize(ref _starts, _starts.Length * 2);
        var start = _starts[Count];
        if (start + key.Length > _text.Length)
            Array.Resize(ref _text, Math.Max(_text.Length * 2, start + key.Length));
        key.CopyTo(_text.AsSpan(start));
        _starts[++Count] = start + key.Length;
        if (Count * 2 > _slots.Length)
            Grow();
        return Count - 1;
    }

    private void Grow()
    {
        var larger = new Slot[_slots.Length * 4];
        var mask = larger.Length - 1;
        foreach (var slot in _slots)
        {
            if (slot.Next == 0)
                continue;
            var at = SlotOf(slot.Head, slot.Length) & mask;
            while (larger[at].Next != 0)
                at = (at + 1) & mask;
            larger[at] = slot;
        }

        _slots = larger;
    }

    /// <summary>The key itself when it fits eight bytes, else a mixture of all of it.</summary>
    private static ulong Head(ReadOnlySpan<byte> key)
    {
        var mixed = 0UL;
        while (key.Length > 8)
        {
            mixed = unchecked((BitOperations.RotateLeft(mixed, 23) ^ BinaryPrimitives.ReadUInt64LittleEndian(key)) * Mix);
            key = key[8..];
        }

        var last = 0UL;
        for (var at = key.Length - 1; at >= 0; at--)
            last = last << 8 | key[at];
        return BitOperations.RotateLeft(mixed, 23) ^ last;
    }

    private static int SlotOf(ulong head, int length)
    {
        var mixed = unchecked((head ^ (ulong)length) * Mix);
        return (int)((mixed ^ mixed >> 32) & int.MaxValue);
    }

    private readonly record struct Slot(ulong Head, int Length, int Next);
}
