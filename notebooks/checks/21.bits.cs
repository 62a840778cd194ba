using BothWays = System.Func<float[], byte[], (byte[] Packed, float[] Back, float[] Foreign)>;

namespace Backprop.Checks;

/// <summary>L21.d: numbers to bytes and back, compared by their bits.</summary>
internal static class L21Bits
{
    private static readonly byte[] One = [0, 0, 128, 63];

    public static string? Packs(BothWays both, Random random)
    {
        foreach (float number in (float[])[1, 0.1f, -2.5f, 1234567.9f, Draw(random), Draw(random)])
        {
            byte[]? got = both([number], [.. One]).Packed;
            byte[] want = Bytes(number);
            if (got is not null && got.SequenceEqual(want))
                continue;
            return $"Pack([{Numbers.Text(number)}]) should be the bytes {Text(want)}, yours are {Text(got)}.{Cause(got, number)}";
        }
        byte[]? two = both([1, -2.5f], [.. One]).Packed;
        return two is not null && two.SequenceEqual((byte[])[.. One, .. Bytes(-2.5f)])
            ? null
            : $"Pack([1, -2.5]) should be {Text([.. One, .. Bytes(-2.5f)])}, yours is {Text(two)}. Each number has its own four bytes.";
    }

    public static string? Unpacks(BothWays both, Random random)
    {
        float[] numbers = [1, 0.1f, Draw(random), Draw(random)];
        float[]? got = both([1], [.. numbers.SelectMany(Bytes)]).Foreign;
        if (got is null || got.Length != numbers.Length)
            return $"16 bytes are four numbers; Unpack gave {got?.Length ?? 0}.";
        int at = Enumerable.Range(0, numbers.Length).FirstOrDefault(i => !Same(got[i], numbers[i]), -1);
        if (at < 0)
            return null;
        string cause = Same(got[at], BitConverter.ToSingle([.. Bytes(numbers[at]).Reverse()]))
            ? " The lowest byte comes first, not last."
            : got[at] == Math.Truncate(got[at]) ? " The bytes are the bits of a float, not of a whole number." : "";
        return $"the bytes {Text(Bytes(numbers[at]))} are {Numbers.Text(numbers[at])}, Unpack gave {Numbers.Text(got[at])}.{cause}";
    }

    public static string? Unusual(BothWays both, Random random)
    {
        (string Name, float Value)[] numbers =
        [
            ("minus zero", -0f), ("the smallest number above 0", float.Epsilon), ("infinity", float.PositiveInfinity),
            ("minus infinity", float.NegativeInfinity), ("NaN", float.NaN), ("one third", 1f / 3), ("the largest", float.MaxValue),
        ];
        foreach (var (name, value) in numbers)
        {
            float[]? back = both([value], [.. One]).Back;
            if (back is not [var got])
                return $"{name}: one number in, {back?.Length ?? 0} out.";
            if (!Same(got, value))
                return $"{name} came back as {Numbers.Text(got)}, with other bits. Move the bits; do no arithmetic with the number.";
        }
        return null;
    }

    public static string? Sizes(BothWays both, Random random)
    {
        var (empty, back, foreign) = both([], []);
        if (empty is not { Length: 0 } || back is not { Length: 0 } || foreign is not { Length: 0 })
            return "an empty array should give an empty one, both ways.";
        float[] many = [.. Enumerable.Range(0, 3000).Select(_ => Draw(random))];
        var all = both([.. many], [.. One]);
        if (all.Packed.Length != 4 * many.Length)
            return $"3000 numbers became {all.Packed.Length} bytes; it should be 12000.";
        int at = Enumerable.Range(0, many.Length).FirstOrDefault(i => !Same(all.Back[i], many[i]), -1);
        return at < 0 ? null : $"number {at} of 3000 came back with other bits.";
    }

    private static string Cause(byte[]? got, float number) => got switch
    {
        null or { Length: 0 } => "",
        _ when got.SequenceEqual(Bytes(number).Reverse()) => " The bytes are in the other order: the lowest comes first.",
        { Length: 8 } => " Eight bytes: that is a double.",
        _ when got.SequenceEqual(BitConverter.GetBytes((int)number)) =>
            " Those are the bytes of the number cast to int. Take the bits of the float.",
        [var only] when only == (byte)number => " One byte cannot hold a float: it has 32 bits.",
        { Length: not 4 } => " It has to be 4 bytes for each number, and nothing else.",
        _ => "",
    };

    private static float Draw(Random random) => (random.NextSingle() - 0.5f) * MathF.Pow(10, random.Next(-6, 7));

    private static byte[] Bytes(float number)
    {
        uint bits = BitConverter.SingleToUInt32Bits(number);
        return [(byte)bits, (byte)(bits >> 8), (byte)(bits >> 16), (byte)(bits >> 24)];
    }

    private static bool Same(float a, float b) => BitConverter.SingleToUInt32Bits(a) == BitConverter.SingleToUInt32Bits(b);

    private static string Text(byte[]? bytes) =>
        bytes is null ? "nothing" : $"[{string.Join(", ", bytes.Take(12))}{(bytes.Length > 12 ? ", …" : "")}]";
}
