namespace Backprop;

/// <summary>Walks over a shape's elements in row-major order and knows where each operand's element lies.</summary>
internal sealed class Odometer
{
    private readonly int[] lengths;
    private readonly int[] digits;
    private readonly int[][] strides;

    /// <param name="shape">What is walked over.</param>
    /// <param name="strides">Per operand one stride per axis of the shape.</param>
    internal Odometer(Shape shape, params int[][] strides)
    {
        lengths = shape.ToArray();
        digits = new int[lengths.Length];
        this.strides = strides;
        Offsets = new int[strides.Length];
        IsAtEnd = shape.Size == 0;
    }

    /// <summary>Per operand the distance from its first element.</summary>
    internal int[] Offsets { get; }

    /// <summary>True once every element was visited; at once for a shape without elements.</summary>
    internal bool IsAtEnd { get; private set; }

    /// <summary>Steps to the next element.</summary>
    internal void Next()
    {
        for (int axis = lengths.Length - 1; axis >= 0; axis--)
        {
            bool turns = ++digits[axis] == lengths[axis];
            int steps = turns ? 1 - lengths[axis] : 1;
            for (int i = 0; i < strides.Length; i++)
                Offsets[i] += steps * strides[i][axis];
            if (!turns)
                return;
            digits[axis] = 0;
        }
        IsAtEnd = true;
    }
}
