using System.Numerics;

namespace Backprop.Ops;

/// <summary>Some axes of a tensor, without order. A value; bit i stands for axis i.</summary>
public readonly record struct AxisSet
{
    private readonly uint bits;

    private AxisSet(uint bits) => this.bits = bits;

    /// <summary>All axes of a shape.</summary>
    internal static AxisSet All(Shape shape) => new((uint)((1UL << shape.Rank) - 1));

    /// <summary>One axis; −1 is the last.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    internal static AxisSet Of(Shape shape, int axis) => new(1U << shape.Axis(axis));

    /// <summary>Several axes.</summary>
    /// <exception cref="ArgumentException">An axis is there twice, or there is no such axis.</exception>
    internal static AxisSet Of(Shape shape, ReadOnlySpan<int> axes)
    {
        uint bits = 0;
        foreach (int axis in axes)
        {
            uint bit = 1U << shape.Axis(axis);
            if ((bits & bit) != 0)
                throw new ArgumentException($"Axis {axis} of {shape} is named twice. Name each axis once.");
            bits |= bit;
        }
        return new(bits);
    }

    /// <summary>The axes along which a tensor was repeated when it was broadcast from one shape to another.</summary>
    internal static AxisSet Repeated(Shape from, Shape to)
    {
        uint bits = 0;
        int lead = to.Rank - from.Rank;
        for (int axis = 0; axis < to.Rank; axis++)
        {
            if (axis < lead || from[axis - lead] != to[axis])
                bits |= 1U << axis;
        }
        return new(bits);
    }

    internal bool IsEmpty => bits == 0;

    internal bool Has(int axis) => (bits >> axis & 1) != 0;

    /// <summary>True for the axes from 0 up to some axis.</summary>
    internal bool IsLeading => (bits & (bits + 1)) == 0;

    /// <summary>How many axes.</summary>
    internal int Rank => BitOperations.PopCount(bits);

    /// <summary>True for some axes at the end of a shape.</summary>
    internal bool IsTrailing(Shape shape) =>
        Rank == shape.Rank - BitOperations.TrailingZeroCount(bits | 1U << 31) || IsEmpty;

    /// <summary>How many elements are joined into one.</summary>
    internal int Count(Shape shape)
    {
        int count = 1;
        for (int axis = 0; axis < shape.Rank; axis++)
            count *= Has(axis) ? shape[axis] : 1;
        return count;
    }

    /// <summary>The shape with these axes as 1.</summary>
    internal Shape Keep(Shape shape)
    {
        int[] lengths = shape.ToArray();
        for (int axis = 0; axis < lengths.Length; axis++)
        {
            if (Has(axis))
                lengths[axis] = 1;
        }
        return Shape.Own(lengths);
    }

    /// <summary>The shape without these axes.</summary>
    internal Shape Drop(Shape shape)
    {
        var lengths = new int[shape.Rank - Rank];
        int at = 0;
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            if (!Has(axis))
                lengths[at++] = shape[axis];
        }
        return Shape.Own(lengths);
    }

    /// <summary>The order of axes that puts these last.</summary>
    internal int[] Last(Shape shape)
    {
        var order = new int[shape.Rank];
        int kept = 0, joined = shape.Rank - Rank;
        for (int axis = 0; axis < shape.Rank; axis++)
        {
            if (Has(axis))
                order[joined++] = axis;
            else
                order[kept++] = axis;
        }
        return order;
    }
}
