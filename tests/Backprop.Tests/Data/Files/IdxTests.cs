using System.Buffers.Binary;
using FsCheck;
using FsCheck.Fluent;
using static Backprop.Tests.Numbers;

namespace Backprop.Tests.Data;

public class IdxTests
{
    public static TheoryData<IdxType, double[]> Types => new()
    {
        { IdxType.UInt8, [0, 1, 128, 255] },
        { IdxType.Int8, [-128, -1, 0, 127] },
        { IdxType.Int16, [-32768, -2, 300, 32767] },
        { IdxType.Int32, [int.MinValue, -3, 70000, int.MaxValue] },
        { IdxType.Float32, [-1.5f, 0.1f, float.MaxValue, float.Epsilon] },
        { IdxType.Float64, [-1.5, 0.1, double.MaxValue, double.Epsilon] },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void What_is_written_reads_back_the_same(IdxType type, double[] numbers)
    {
        DType dtype = type switch { IdxType.Float32 => DType.Float32, IdxType.Float64 => DType.Float64, _ => DType.Int32 };
        Tensor x = Tensor.From(numbers, [2, 2], DType.Float64).To(dtype);
        Tensor y = Read(Written(x, type));
        Assert.Equal(dtype, y.DType);
        Holds(y, [2, 2], numbers);
    }

    [Fact]
    public void Any_shape_goes_there_and_back()
    {
        Arbitrary<int[]> shapes = Arb.From(Gen.Choose(0, 4).ArrayOf().Where(s => s.Length <= 5));
        Prop.ForAll(shapes, lengths =>
        {
            Tensor x = Noise(new Shape(lengths));
            Tensor y = Read(Written(x));
            return y.Shape == x.Shape && y.ToArray<double>().SequenceEqual(x.ToArray<double>());
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_bytes_are_those_of_the_format()
    {
        byte[] expected = [0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 3, 7, 0, 255];
        Assert.Equal(expected, Written(Tensor.From([7, 0, 255], [1, 3]), IdxType.UInt8));
        Assert.Equal([0, 0, 0x0B, 1, 0, 0, 0, 1, 0xFF, 0xFE], Written(Tensor.From([-2]), IdxType.Int16));
    }

    [Fact]
    public void More_numbers_than_one_chunk_are_read()
    {
        Tensor x = Count(70_000).To(DType.Int32);
        Assert.Equal(x.ToArray<int>(), Read(Written(x)).ToArray<int>());
    }

    [Fact]
    public void Images_and_labels_become_a_data_set()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("idx");
        try
        {
            string images = Path.Combine(folder.FullName, "images.gz"), labels = Path.Combine(folder.FullName, "labels");
            Idx.Write((Count(3, 2, 2) * 20).To(DType.Int32), images, IdxType.UInt8);
            Idx.Write(Tensor.From([4, 1, 9]), labels, IdxType.UInt8);
            Assert.Equal(0x1f, File.ReadAllBytes(images)[0]);
            var (x, y) = Idx.ReadImages(images, labels);
            IsNear(x[0], [1, 2, 2], 1e-6, 0, 20 / 255.0, 40 / 255.0, 60 / 255.0);
            Holds(y, [3], 4, 1, 9);
            Complaint.Says<InvalidDataException>("[3]", () => Idx.ReadImages(labels, labels));
            byte[] half = File.ReadAllBytes(images)[..^12];
            File.WriteAllBytes(images, half);
            Assert.StartsWith("images.gz", MessageOf<InvalidDataException>(() => Idx.Read(images)), StringComparison.Ordinal);
            Assert.Equal(2, folder.GetFiles().Length);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_number_that_does_not_fit_is_refused_before_anything_is_written()
    {
        using var file = new MemoryStream();
        Complaint.Says<ArgumentException>("300 does not fit UInt8", () => Idx.Write(Tensor.From([300]), file, IdxType.UInt8));
        Complaint.Says<ArgumentException>("Int32", () => Idx.Write(Tensor.Zeros(2), file, IdxType.UInt8));
        Assert.ThrowsAny<ArgumentException>(() => Idx.Write(Tensor.Zeros(2), file, (IdxType)7));
        Assert.Equal(0, file.Length);
    }

    [Theory]
    [InlineData("", "no IDX file")]
    [InlineData("0000", "no IDX file")]
    [InlineData("89504E47", "no IDX file")]
    [InlineData("00000A01 00000001 00", "0x0A is no type")]
    [InlineData("000008FF", "255 axes")]
    [InlineData("00000802 00000001", "cut off inside its header")]
    [InlineData("00000801 00000005 0102", "[5], 5 numbers, but it ends after 2")]
    [InlineData("00000D01 00000002 3F8000003F80", "ends after 1")]
    [InlineData("00000801 00000002 010203", "goes on behind the 2 numbers")]
    [InlineData("00000801 FFFFFFFF", "more numbers than memory")]
    [InlineData("00000803 7FFFFFFF 7FFFFFFF 00000002", "more numbers than memory")]
    [InlineData("00000803 7FFFFFFF 7FFFFFFF 00000000", "more numbers than memory")]
    public void A_hostile_or_damaged_file_gets_one_clear_line(string hex, string message)
    {
        byte[] bytes = Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
        string told = MessageOf<InvalidDataException>(() => Read(bytes));
        Assert.Contains(message, told, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', told);
    }

    [Theory]
    [InlineData(IdxType.UInt8)]
    [InlineData(IdxType.Float64)]
    public void A_header_that_promises_gigabytes_costs_no_memory(IdxType type)
    {
        byte[] bytes = new byte[4 + 8 + 100];
        (bytes[2], bytes[3]) = ((byte)type, 2);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4), 30_000);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), 60_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Complaint.Says<InvalidDataException>("cut off", () => Read(bytes));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void Any_bytes_make_a_tensor_or_one_line_of_complaint()
    {
        // Mostly whole headers, else hardly one of them would get far.
        Arbitrary<byte[]> files = Arb.From(
            from type in Gen.Elements<byte>(8, 9, 11, 12, 13, 14, 10)
            from rank in Gen.Choose(0, 9)
            from lengths in Gen.Frequency((9, Gen.Choose(0, 3)), (1, Gen.Choose(0, 255))).ArrayOf(rank)
            from body in ArbMap.Default.GeneratorFor<byte[]>()
            from cut in Gen.Choose(0, 30)
            let head = lengths.SelectMany(n => (byte[])[0, 0, 0, (byte)n])
            let file = (byte[])[0, 0, type, (byte)rank, .. head, .. body]
            select file.Take(cut < 5 ? cut * 4 : int.MaxValue).ToArray());
        Prop.ForAll(files, bytes =>
        {
            try
            {
                return Read(bytes).Shape.Size >= 0;
            }
            catch (InvalidDataException bad)
            {
                return !bad.Message.Contains('\n', StringComparison.Ordinal);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    private static Tensor Read(byte[] bytes) => Idx.Read(new MemoryStream(bytes));

    private static byte[] Written(Tensor tensor, IdxType? type = null)
    {
        using var file = new MemoryStream();
        Idx.Write(tensor, file, type);
        return file.ToArray();
    }
}
