namespace Backprop;

/// <content>A number in the code, as in <c>1 - x / 2</c>, takes the type of the tensor it meets.</content>
public sealed partial class Tensor
{
    /// <summary>The exact number in the code, boxed; null for any other tensor.</summary>
    private readonly object? literal;

    private Tensor(double value)
        : base(Device.Default.Allocate(sizeof(float)), default, DType.Float32)
    {
        literal = value;
        Span<float> one = [(float)value];
        Device.Write<float>(one, this);
    }

    /// <summary>A number as a tensor without axes. It is float32, but where it meets another type it takes on that
    /// one, so that <c>x * 0.1</c> is exact in float64 and <c>labels + 1</c> stays int32.</summary>
    public static implicit operator Tensor(double value) => new(value);

    /// <summary>Brings two operands to one device and float type. Int32 and bool may stay as they are.</summary>
    internal static void Join(ref Tensor a, ref Tensor b)
    {
        if (a.IsLiteral && !b.IsLiteral)
            a = a.LiteralFor(b);
        else if (b.IsLiteral && !a.IsLiteral)
            b = b.LiteralFor(a);
        if (a.DType == b.DType || !a.DType.IsFloat() || !b.DType.IsFloat())
            return;
        a = a.To(DType.Float64);
        b = b.To(DType.Float64);
    }

    // A literal that was given a gradient or was written to is a tensor like any other.
    private bool IsLiteral => literal is not null && Origin is null && Storage.Version == 0;

    private Tensor LiteralFor(Tensor other)
    {
        double value = (double)literal!;
        var type = other.DType;
        if (!type.IsFloat())
            type = value == Math.Floor(value) && Math.Abs(value) <= int.MaxValue ? DType.Int32 : DType.Float32;
        return type == DType && other.Device == Device ? this : Filled(other.Device, default, type, value);
    }

    /// <summary>A row of plain numbers, or rows of such rows, without going through an op.</summary>
    private static Tensor? TryStackNumbers(ReadOnlySpan<Tensor> rows)
    {
        foreach (var row in rows)
        {
            if (row is null)
                throw new ArgumentNullException(nameof(rows), "A row of the tensor is null. Give each row a value.");
            if (!row.IsLiteral)
                return null;
        }
        var numbers = new float[rows.Length];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = (float)(double)rows[i].literal!;
        return From((ReadOnlySpan<float>)numbers, [numbers.Length], null);
    }
}
