using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Serialization;

public sealed class SafetensorsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private string Path => folder["x.safetensors"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_type_and_shape_comes_back_as_it_was()
    {
        var saved = new OrderedDictionary<string, Tensor>
        {
            ["mask"] = Tensor.From([true, false, true]),
            ["weight"] = Noise([3, 4], dtype: DType.Float32),
            ["one"] = Tensor.Full([], 0.1, DType.Float64),
            ["none"] = Tensor.Zeros(0, 5),
            ["labels"] = Tensor.From([int.MinValue, -1, int.MaxValue]),
            ["turned"] = Noise([2, 5]).T,
            ["a \"name\" with ünïcode\n"] = Tensor.From([float.NaN, float.NegativeInfinity, -0f]),
        };
        Safetensors.Save(Path, saved, new Dictionary<string, string> { ["who"] = "me" });
        OrderedDictionary<string, Tensor> read = Safetensors.Load(Path);
        Assert.Equal(saved.Keys, read.Keys);
        foreach (var (name, tensor) in saved)
        {
            Assert.Equal((tensor.DType, tensor.Shape), (read[name].DType, read[name].Shape));
            Assert.Equal(Bits(tensor), Bits(read[name]));
        }
        using SafetensorsFile file = Safetensors.Open(Path);
        Assert.Equal("me", file.Metadata["who"]);
    }

    [Fact]
    public void The_bytes_are_those_of_the_reference_implementation()
    {
        Safetensors.Save(Path, new Dictionary<string, Tensor> { ["a"] = Tensor.Zeros([2, 2], DType.Int32) });
        byte[] expected = SafetensorsBytes.Of(
            """{"a":{"dtype":"I32","shape":[2,2],"data_offsets":[0,16]}}""".PadRight(64), new byte[16]);
        Assert.Equal(expected, File.ReadAllBytes(Path));
    }

    [Fact]
    public void The_header_keeps_the_order_and_the_data_is_aligned()
    {
        Safetensors.Save(Path, new OrderedDictionary<string, Tensor>
        {
            ["bool"] = Tensor.From([true]),
            ["float"] = Tensor.From([1f]),
            ["double"] = Tensor.Full([], 2, DType.Float64),
        });
        using SafetensorsFile file = Safetensors.Open(Path);
        Assert.Equal(["bool", "float", "double"], file.Names);
        Assert.Equal([12L, 8L, 0L], file.Entries.Values.Select(e => e.Begin));
        Assert.Equal(0UL, BitConverter.ToUInt64(File.ReadAllBytes(Path)) % 8);
    }

    public static TheoryData<string, byte[], double[], DType> OtherTypes => new()
    {
        { "F16", [0x00, 0x3C, 0x00, 0xC1, 0x00, 0x7C], [1, -2.5, double.PositiveInfinity], DType.Float32 },
        { "BF16", [0x80, 0x3F, 0x20, 0xC0, 0x80, 0xFF], [1, -2.5, double.NegativeInfinity], DType.Float32 },
        { "I64", [.. BitConverter.GetBytes(-7L), .. BitConverter.GetBytes(2147483647L), .. new byte[8]], [-7, 2147483647, 0], DType.Int32 },
        { "U64", [.. BitConverter.GetBytes(7UL), .. new byte[16]], [7, 0, 0], DType.Int32 },
        { "U32", [.. BitConverter.GetBytes(7U), .. new byte[8]], [7, 0, 0], DType.Int32 },
        { "I16", [0xFF, 0xFF, 2, 0, 3, 0], [-1, 2, 3], DType.Int32 },
        { "U16", [0xFF, 0xFF, 2, 0, 3, 0], [65535, 2, 3], DType.Int32 },
        { "I8", [0xFF, 2, 3], [-1, 2, 3], DType.Int32 },
        { "U8", [0xFF, 2, 3], [255, 2, 3], DType.Int32 },
        { "BOOL", [1, 0, 1], [1, 0, 1], DType.Bool },
    };

    [Theory]
    [MemberData(nameof(OtherTypes))]
    public void Types_that_tensors_do_not_have_are_read_as_the_nearest(string type, byte[] data, double[] values, DType dtype)
    {
        File.WriteAllBytes(Path, SafetensorsBytes.Of(SafetensorsBytes.Header(type, "[3]", 0, data.Length), data));
        Tensor x = Safetensors.Load(Path)["x"];
        Assert.Equal(dtype, x.DType);
        Holds(x, [3], values);
    }

    [Fact]
    public void A_whole_number_that_does_not_fit_is_named()
    {
        File.WriteAllBytes(Path, SafetensorsBytes.Of(SafetensorsBytes.Header("I64", "[]", 0, 8), BitConverter.GetBytes(1L << 40)));
        Assert.Equal("Tensor x in x.safetensors: the number 1099511627776 does not fit int32. Save it as F64.",
            MessageOf<InvalidDataException>(() => Safetensors.Load(Path)));
    }

    [Fact]
    public void One_tensor_of_many_is_read_alone()
    {
        Safetensors.Save(Path, new Dictionary<string, Tensor> { ["a"] = Count(4), ["b"] = Count(100_000), ["c"] = Count(2, 3) });
        using SafetensorsFile file = Safetensors.Open(Path);
        Holds(file.Read("c"), [2, 3], 0, 1, 2, 3, 4, 5);
        // Longer than the piece in which it is read.
        Assert.Equal(Count(100_000).ToArray<float>(), file.Read("b").ToArray<float>());
        Assert.Equal("x.safetensors has no tensor d. It has a, b, c.", MessageOf<KeyNotFoundException>(() => file.Read("d")));
    }

    [Fact]
    public void A_save_that_fails_leaves_the_old_file_and_nothing_else()
    {
        Safetensors.Save(Path, new Dictionary<string, Tensor> { ["a"] = Count(3) });
        // As if the disk were full in the middle of writing.
        Assert.Throws<IOException>(() => AtomicFile.Write(Path, stream =>
        {
            stream.Write("half of it"u8);
            throw new IOException("The disk is full.");
        }));
        Holds(Safetensors.Load(Path)["a"], [3], 0, 1, 2);
        Assert.Equal([Path], Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Names_that_cannot_be_are_refused()
    {
        Assert.Contains("__metadata__", MessageOf<ArgumentException>(() => Save("__metadata__")), StringComparison.Ordinal);
        Assert.Contains("needs a name", MessageOf<ArgumentException>(() => Save("")), StringComparison.Ordinal);
        Assert.Contains("Two tensors have the name a", MessageOf<ArgumentException>(() => Save("a", "a")), StringComparison.Ordinal);

        void Save(params string[] names) => Safetensors.Save(Path, names.Select(name => KeyValuePair.Create(name, Count(1))));
    }

    private static byte[] Bits(Tensor x) => x.DType switch
    {
        DType.Float32 => [.. x.ToArray<float>().SelectMany(BitConverter.GetBytes)],
        DType.Float64 => [.. x.ToArray<double>().SelectMany(BitConverter.GetBytes)],
        DType.Int32 => [.. x.ToArray<int>().SelectMany(BitConverter.GetBytes)],
        _ => [.. x.ToArray<bool>().Select(b => b ? (byte)1 : (byte)0)],
    };
}
