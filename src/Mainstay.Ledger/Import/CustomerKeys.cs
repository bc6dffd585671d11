using System.Buffers.Binary;
using System.Buffers.Text;
using System.Numerics;

namespace Mainstay.Ledger.Import;

/// <summary>
/// Gives every customer key a number, so that the engine groups by integers instead of text. Mutable: it grows with the
/// keys. A key that is a whole number below 2²⁶ is its own number and costs one bit, which stays in the processor's
/// cache; any other gets the next number from there, and one of up to eight bytes never leaves its slot.
/// </summary>
internal sealed class CustomerKeys
{
    private const int FirstHashed = 1 << 26;
    private const ulong Mix = 0x9E37_79B9_7F4A_7C15;

    private ulong[] _seen = new ulong[1 << 6];
    private Slot[] _slots = new Slot[1 << 12];
    private int[] _starts = new int[1 << 11];
    private byte[] _text = new byte[1 << 14];
    private int _hashed;

    /// <summary>How many different keys there are.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a key, a new one when it is new.</summary>
    public int Number(ReadOnlySpan<byte> key)
    {
        var value = WholeNumber(key);
        return value < 0 ? FirstHashed + Hashed(key) : See(value);
    }

    /// <summary>Every number with its key, whole numbers first.</summary>
    public IEnumerable<(int Number, ReadOnlyMemory<byte> Key)> All()
    {
        var digits = new byte[16];
        for (var word = 0; word < _seen.Length; word++)
        {
            for (var bits = _seen[word]; bits != 0; bits &= bits - 1)
            {
                var value = word * 64 + BitOperations.TrailingZeroCount(bits);
                Utf8Formatter.TryFormat(value, digits, out var length);
                yield return (value, digits.AsMemory(0, length));
            }
        }

        for (var place = 0; place < _hashed; place++)
            yield return (FirstHashed + place, _text.AsMemory(_starts[place], _starts[place + 1] - _starts[place]));
    }

    private int See(int value)
    {
        var word = value >> 6;
        if (word >= _seen.Length)
            Array.Resize(ref _seen, (int)BitOperations.RoundUpToPowerOf2((uint)word + 1));
        var bit = 1UL << (value & 63);
        if ((_seen[word] & bit) == 0)
        {
            _seen[word] |= bit;
            Count++;
        }

        return value;
    }

    private int Hashed(ReadOnlySpan<byte> key)
    {
        var head = Head(key);
        var mask = _slots.Length - 1;
        var at = SlotOf(head, key.Length) & mask;
        while (true)
        {
            ref var slot = ref _slots[at];
            if (slot.Next == 0)
                break;
            if (slot.Head == head && slot.Length == key.Length && (key.Length <= 8 || Holds(slot.Next - 1, key)))
                return slot.Next - 1;
            at = (at + 1) & mask;
        }

        Keep(key);
        _slots[at] = new Slot(head, key.Length, _hashed);
        if (_hashed * 3L > _slots.Length * 2L)
            Grow();
        return _hashed - 1;
    }

    private bool Holds(int place, ReadOnlySpan<byte> key) =>
        _text.AsSpan(_starts[place], _starts[place + 1] - _starts[place]).SequenceEqual(key);

    private void Keep(ReadOnlySpan<byte> key)
    {
        if (_hashed + 1 == _starts.Length)
            Array.Resize(ref _starts, _starts.Length * 2);
        var start = _starts[_hashed];
        if (start + key.Length > _text.Length)
            Array.Resize(ref _text, (int)Math.Min(Math.Max(_text.Length * 2L, start + key.Length), Array.MaxLength));
        key.CopyTo(_text.AsSpan(start));
        _starts[++_hashed] = start + key.Length;
        Count++;
    }

    private void Grow()
    {
        var larger = new Slot[_slots.Length * 2];
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

    /// <summary>The value of a key that is a whole number in its only spelling, else −1.</summary>
    private static int WholeNumber(ReadOnlySpan<byte> key)
    {
        if (key.Length is 0 or > 8 || key[0] == '0' && key.Length > 1)
            return -1;
        var value = DateText.Number(key);
        return value < FirstHashed ? value : -1;
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
