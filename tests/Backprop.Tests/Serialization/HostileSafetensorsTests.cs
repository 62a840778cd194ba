using static Backprop.Tests.Serialization.SafetensorsBytes;

namespace Backprop.Tests.Serialization;

/// <summary>Files that somebody broke, by accident or on purpose: a clear error, no crash, no memory taken.</summary>
public sealed class HostileSafetensorsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, byte[], string> Broken => new()
    {
        { "empty", [], "shorter than the 8 bytes" },
        { "cut in the length", [1, 2, 3], "shorter than the 8 bytes" },
        { "a length of 2^63", Of("{}", 1UL << 63), "claims 9223372036854775808 bytes, but 2 follow" },
        { "a length of 2^64 - 1", Of("{}", ulong.MaxValue), "claims 18446744073709551615 bytes" },
        { "a length past the end", Of("{}", 3UL), "claims 3 bytes, but 2 follow" },
        { "no header", Of("", 0UL), "does not begin with {" },
        { "white space first", Of(" {}"), "does not begin with {" },
        { "an array", Of("[]"), "does not begin with {" },
        { "cut JSON", Of("{\"x\":{"), "not JSON as it should be" },
        { "text behind", Of("{}{}"), "not JSON as it should be" },
        { "no UTF-8", [.. BitConverter.GetBytes(5UL), .. "{\""u8, 0xFF, .. "\"}"u8], "not JSON as it should be" },
        { "a lone surrogate", Of("{\"\\ud800\":{}}"), "not JSON as it should be" },
        { "too deep", Of("{\"x\":{\"more\":" + new string('[', 100_000)), "not JSON as it should be" },
        { "depth in what nobody reads", Of("{\"x\":{\"more\":" + new string('[', 50) + new string(']', 50) + "}}"), "not JSON as it should be" },
        { "no entry", Of("{\"x\":1}"), "tensor x is not an object" },
        { "no shape", Of("{\"x\":{\"dtype\":\"F32\",\"data_offsets\":[0,0]}}"), "tensor x lacks" },
        { "one offset", Of("{\"x\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0]}}"), "tensor x lacks" },
        { "two shapes", Of("{\"x\":{\"dtype\":\"F32\",\"shape\":[],\"shape\":[1],\"data_offsets\":[0,4]}}", new byte[4]), "tensor x has two shape" },
        { "an unknown type", Of(Header("F33", "[1]", 0, 4), new byte[4]), "the type F33" },
        { "a negative length", Of(Header("F32", "[-1]", 0, 4), new byte[4]), "0 or more" },
        { "a fraction", Of(Header("F32", "[1.5]", 0, 4), new byte[4]), "0 or more" },
        { "a length of 2^63", Of(Header("F32", "[9223372036854775808]", 0, 4), new byte[4]), "0 or more" },
        { "a product that overflows", Of(Header("F32", "[65536,65536]", 0, 4), new byte[4]), "more than 2,147,483,647" },
        { "a product that overflows behind a 0", Of(Header("F32", "[0,4294967296,4294967296]", 0, 0)), "more than 2,147,483,647" },
        { "too few bytes", Of(Header("F32", "[2]", 0, 4), new byte[4]), "takes 8 bytes, but its data_offsets are 0 and 4" },
        { "offsets backwards", Of(Header("F32", "[1]", 4, 0), new byte[4]), "data_offsets are 4 and 0" },
        { "cut data", Of(Header("F32", "[2]", 0, 8), new byte[7]), "take 8 bytes, but 7 follow" },
        { "data left over", Of(Header("F32", "[1]", 0, 4), new byte[5]), "take 4 bytes, but 5 follow" },
        { "a hole", Of(Header("F32", "[1]", 4, 8), new byte[8]), "leaves a hole before byte 4" },
        { "an overlap", Of(Two(0, 8, 4, 12), new byte[12]), "tensor b overlaps another at byte 4" },
        { "the same place", Of(Two(0, 8, 0, 8), new byte[8]), "overlaps another at byte 0" },
        { "two of one name", Of(Two(0, 8, 8, 16).Replace("\"b\"", "\"a\"", StringComparison.Ordinal), new byte[16]), "two tensors a" },
        { "metadata of numbers", Of("{\"__metadata__\":{\"n\":1}}"), "n in __metadata__ is not a text" },
        { "metadata that is a list", Of("{\"__metadata__\":[]}"), "not an object of texts" },
        { "two metadata", Of("{\"__metadata__\":{},\"__metadata__\":{}}"), "two __metadata__" },
        { "a name with line breaks", Of("{\"a\\nb\\u001b[31m\":1}"), "tensor a�b�[31m is not an object" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_file_is_told_in_one_line(string what, byte[] bytes, string reason)
    {
        string path = folder["x.safetensors"];
        File.WriteAllBytes(path, bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        var error = Assert.Throws<InvalidDataException>(() => Safetensors.Load(path));
        long taken = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.StartsWith("x.safetensors is not a valid safetensors file: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
        Assert.True(taken < 1_000_000 + 4 * bytes.Length, $"{what} took {taken} bytes.");
    }

    [Fact]
    public void Files_with_bytes_changed_at_random_never_do_anything_but_fail_clearly()
    {
        byte[] valid = Of("""{"__metadata__":{"note":"a long remark, so that some changes do no harm to the file at all"},"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},"b":{"dtype":"I64","shape":[1],"data_offsets":[16,24]}}""",
            new byte[24]);
        string path = folder["x.safetensors"];
        var random = new System.Random(5);
        int refused = 0;
        for (int run = 0; run < 500; run++)
        {
            byte[] bytes = [.. valid];
            for (int i = random.Next(1, 4); i > 0; i--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            int length = random.Next(4) == 0 ? random.Next(bytes.Length) : bytes.Length;
            File.WriteAllBytes(path, bytes.AsSpan(0, length));
            try
            {
                Safetensors.Load(path);
            }
            catch (InvalidDataException)
            {
                refused++;
            }
        }
        Assert.InRange(refused, 250, 499);
    }

    [Fact]
    public void A_type_that_is_valid_but_not_supported_is_told_when_it_is_read()
    {
        string path = folder["x.safetensors"];
        File.WriteAllBytes(path, Of(Header("F8_E4M3", "[2]", 0, 2), new byte[2]));
        using SafetensorsFile file = Safetensors.Open(path);
        Assert.Equal("F8_E4M3", file.Entries["x"].Type);
        Assert.Equal("Tensor x in x.safetensors: numbers of type F8_E4M3 are not supported. Save it as F32.",
            Assert.Throws<InvalidDataException>(() => file.Read("x")).Message);
    }

    private static string Two(long a, long aEnd, long b, long bEnd) =>
        $"{{\"a\":{{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[{a},{aEnd}]}},"
        + $"\"b\":{{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[{b},{bEnd}]}}}}";
}
