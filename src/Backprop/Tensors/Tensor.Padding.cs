using Backprop.Ops;

namespace Backprop;

/// <content>Room around the elements. The reverse is a slice: <c>x[1..^1]</c>.</content>
public sealed partial class Tensor
{
    /// <summary>
    /// Images with a rim: <c>x.Pad(1)</c>, <c>x.Pad((2, 0), value: -1)</c>. The last two axes grow on both sides,
    /// <c>[..., height, width]</c> → <c>[..., height + 2 · padding, width + 2 · padding]</c>.
    /// </summary>
    /// <param name="padding">Pixels added above and below, and at the left and the right.</param>
    /// <param name="value">What they hold.</param>
    /// <exception cref="ArgumentException">There are fewer than two axes, or the padding is negative.</exception>
    public Tensor Pad(Size2d padding, double value = 0)
    {
        if (Shape.Rank < 2)
        {
            throw new ArgumentException($"Pad puts a rim around images [..., height, width], and {Shape} has too few "
                + "axes. Along one axis it is x.Pad(axis: 0, before: 1, after: 1).");
        }
        int[] room = new int[Shape.Rank];
        (room[^2], room[^1]) = (padding.Height, padding.Width);
        return Pad(room, room, value);
    }

    /// <summary>Longer along one axis: <c>x.Pad(axis: -1, before: 0, after: 3)</c>.</summary>
    /// <param name="axis">Which; −1 is the last.</param>
    /// <param name="before">How many elements are added in front.</param>
    /// <param name="after">And behind.</param>
    /// <param name="value">What they hold.</param>
    /// <exception cref="ArgumentException">A number of elements is negative.</exception>
    public Tensor Pad(int axis, int before, int after, double value = 0)
    {
        int at = Shape.Axis(axis);
        int[] front = new int[Shape.Rank], back = new int[Shape.Rank];
        (front[at], back[at]) = (before, after);
        return Pad(front, back, value);
    }

    private Tensor Pad(int[] before, int[] after, double value)
    {
        int[] lengths = Shape.ToArray(), steps = new int[Shape.Rank];
        Array.Fill(steps, 1);
        for (int axis = 0; axis < lengths.Length; axis++)
        {
            if (Math.Min(before[axis], after[axis]) < 0)
            {
                throw new ArgumentException($"Pad adds {before[axis]} and {after[axis]} elements along axis {axis} of "
                    + $"{Shape}, and a negative number adds none. Take elements away with a slice, as in x[1..^1].");
            }
            lengths[axis] = checked(before[axis] + lengths[axis] + after[axis]);
        }
        Shape padded = new(lengths);
        return padded == Shape ? this : new Embed(new Narrow(before, Shape.ToArray(), steps), padded, value).Apply(this);
    }
}
