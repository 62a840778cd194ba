// Tensors: what a learner holds in hand. Values, shape and type, and how the value was made. How anything is computed
// stands in Ops and Devices.
using System.Runtime.CompilerServices;
using Backprop.Ops;

namespace Backprop;

/// <summary>
/// Numbers in a box of any number of axes. A tensor that was computed from others remembers how, so that
/// <see cref="Backward(bool, bool)"/> can say how much each of them counts.
/// </summary>
/// <remarks>float32 unless said otherwise. Written as <c>Tensor m = [[1, 2], [3, 4]];</c>. Nothing has to be disposed:
/// memory comes back by itself.</remarks>
[CollectionBuilder(typeof(Tensor), nameof(Stack))]
public sealed partial class Tensor : View, IFormattable
{
    private Tensor? grad;

    internal Tensor(Storage storage, Shape shape, DType dtype, int[]? strides = null, int offset = 0)
        : base(storage, shape, dtype, strides, offset)
    {
    }

    /// <summary>How this was made: its op and the nodes of its inputs. Null if no gradient can flow back.</summary>
    public Node? Origin { get; internal set; }

    /// <summary>True if a gradient can flow back to or through this tensor.</summary>
    public bool RequiresGrad => Origin is not null;

    /// <summary>∂loss/∂this, as <see cref="Backward(bool, bool)"/> left it; each further backward adds to it. Null
    /// before the first, or if this tensor did not ask for it with <see cref="RequireGrad"/>.</summary>
    /// <exception cref="ArgumentException">A gradient of another shape or type is set.</exception>
    public Tensor? Grad
    {
        get => grad;
        set
        {
            if (value is not null && (value.Shape != Shape || value.DType != DType))
            {
                throw new ArgumentException($"A gradient of {value.DType} {value.Shape} does not fit a tensor of "
                    + $"{DType} {Shape}. Both must be the same.");
            }
            grad = value;
        }
    }

    /// <summary>The number, if this tensor has exactly one element.</summary>
    /// <exception cref="InvalidOperationException">It has more or none.</exception>
    public double Item()
    {
        if (Shape.Size != 1)
        {
            throw new InvalidOperationException($"Item() reads one number, but shape {Shape} has {Shape.Size}. Take "
                + "one with an index, as x[0], or join them, as x.Mean().");
        }
        OpTrace.TellRead(this);
        if (DType == DType.Float32)
        {
            Span<float> one = stackalloc float[1];
            Device.Read(this, one);
            return one[0];
        }
        return ToArray<double>()[0];
    }

    /// <summary>The elements in row-major order, converted to float, double, int or bool.</summary>
    public T[] ToArray<T>()
        where T : unmanaged
    {
        OpTrace.TellRead(this);
        return Numbers<T>();
    }

    /// <summary>The same for checks, which decide nothing but whether to stop.</summary>
    internal T[] Numbers<T>()
        where T : unmanaged
    {
        var source = To(DTypes.Of<T>());
        var array = new T[Shape.Size];
        source.Device.Read(source, array.AsSpan());
        return array;
    }

    /// <summary>The same numbers as another type. From float to int32 the fraction is cut off; to bool, only 0 is
    /// false. Gradients flow between the two float types.</summary>
    public Tensor To(DType dtype) => dtype == DType ? this : new Cast(dtype).Apply(this);

    /// <summary>The same numbers on another device, without a memory of how they were made.</summary>
    public Tensor To(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device == Device)
            return this;
        var y = Empty(device, Shape, DType);
        switch (DType)
        {
            case DType.Float32:
                device.Write<float>(ToArray<float>(), y);
                break;
            case DType.Float64:
                device.Write<double>(ToArray<double>(), y);
                break;
            case DType.Int32:
                device.Write<int>(ToArray<int>(), y);
                break;
            default:
                device.Write<bool>(ToArray<bool>(), y);
                break;
        }
        return y;
    }

    /// <summary>The same numbers in the same memory, without a memory of how they were made: no gradient flows
    /// back from here.</summary>
    public Tensor Detach() => Origin is null ? this : new Tensor(Storage, Shape, DType, Strides, Offset);

    /// <summary>The same numbers in memory of their own. Gradients flow back to the original.</summary>
    public Tensor Clone() => Ops.Clone.Instance.Apply(this);

    /// <summary>Rows of the first axis, for <c>foreach</c>.</summary>
    public IEnumerator<Tensor> GetEnumerator()
    {
        if (Shape.Rank == 0)
            throw new InvalidOperationException("A single number has no rows to walk over. Use Item().");
        for (int i = 0; i < Shape[0]; i++)
            yield return this[i];
    }

    /// <summary>The numbers, as nested lists; long axes with an honest "…".</summary>
    public override string ToString() => TensorFormat.Text(this);

    /// <summary>With a format, as in <c>$"{loss:F4}"</c>: each number in that format. The same in every
    /// language.</summary>
    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => TensorFormat.Text(this, format);

    /// <summary>New memory, contents undefined. Inside a walk it belongs to the walk.</summary>
    internal static Tensor Empty(Device device, Shape shape, DType dtype)
    {
        var storage = device.Allocate((long)shape.Size * dtype.Size());
        Walk.Claim(storage);
        return new Tensor(storage, shape, dtype);
    }

    /// <summary>A contiguous copy, not recorded.</summary>
    internal Tensor Copy()
    {
        var y = Empty(Device, Shape, DType);
        Device.Copy(this, y);
        return y;
    }
}
