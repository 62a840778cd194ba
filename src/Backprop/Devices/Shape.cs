using System.Globalization;
using System.Runtime.CompilerServices;

namespace Backprop;

/// <summary>The lengths of a tensor's axes: <c>Shape s = [64, 784]</c>. A value; never changes.</summary>
/// <remarks>One pointer wide. A result shares its operand's array, so equality is usually one comparison.</remarks>
[CollectionBuilder(typeof(Shape), nameof(Create))]
public readonly struct Shape : IEquatable<Shape>
{
    private readonly int[]? lengths;

    private Shape(int[] lengths, bool _) => this.lengths = lengths;

    /// <summary>A shape from the lengths of its axes, outermost first.</summary>
    /// <exception cref="ArgumentException">A length is negative or there are too many elements.</exception>
    public Shape(params ReadOnlySpan<int> lengths)
    {
        this.lengths = lengths.ToArray();
        Check();
    }

    /// <summary>What a collection expression calls.</summary>
    public static Shape Create(ReadOnlySpan<int> lengths) => new(lengths);

    /// <summary>Takes the array over without a copy. The caller never writes to it again.</summary>
    internal static Shape Own(int[] lengths) => new(lengths, true);

    /// <summary>The number of axes; 0 for a single number.</summary>
    public int Rank => lengths?.Length ?? 0;

    /// <summary>The number of elements: the product of all lengths, 1 for a single number.</summary>
    public int Size
    {
        get
        {
            int size = 1;
            foreach (int length in Span)
                size *= length;
            return size;
        }
    }

    /// <summary>The length of one axis: <c>shape[0]</c>, <c>shape[^1]</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    public int this[Index axis]
    {
        get
        {
            int at = axis.GetOffset(Rank);
            if ((uint)at >= (uint)Rank)
                throw NoSuchAxis(axis);
            return lengths![at];
        }
    }

    /// <summary>Some neighbouring axes: <c>shape[1..]</c>.</summary>
    public Shape this[Range axes] => new(Span[axes]);

    internal ReadOnlySpan<int> Span => lengths;

    /// <summary>Axis 0 … Rank − 1 from an axis that may count from the end (−1 is the last).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    internal int Axis(int axis)
    {
        int at = axis < 0 ? axis + Rank : axis;
        if ((uint)at >= (uint)Rank)
            throw NoSuchAxis(axis);
        return at;
    }

    /// <summary>The shape that both fit by NumPy's rule: aligned at the last axis, a length of 1 repeats.</summary>
    /// <exception cref="ArgumentException">Two lengths differ and neither is 1.</exception>
    public static Shape Broadcast(Shape a, Shape b)
    {
        if (b.Rank == 0 || a == b)
            return a;
        if (a.Rank == 0)
            return b;
        int rank = Math.Max(a.Rank, b.Rank);
        int[]? made = null;
        bool isA = a.Rank == rank, isB = b.Rank == rank;
        for (int back = 1; back <= rank; back++)
        {
            int x = back <= a.Rank ? a.lengths![^back] : 1, y = back <= b.Rank ? b.lengths![^back] : 1;
            if (x != y && x != 1 && y != 1)
                throw DoNotBroadcast(a, b, rank - back, x, y);
            int both = x == 1 ? y : x;
            isA &= both == x;
            isB &= both == y;
            made ??= new int[rank];
            made[^back] = both;
        }
        if (isA)
            return a;
        return isB ? b : Own(made!).Check();
    }

    /// <summary>Elements between neighbours along each axis when all lie in one row-major piece.</summary>
    internal int[] RowMajorStrides()
    {
        var strides = new int[Rank];
        int step = 1;
        for (int axis = Rank - 1; axis >= 0; axis--)
        {
            strides[axis] = step;
            step *= lengths![axis];
        }
        return strides;
    }

    /// <summary>True if these strides are the row-major ones; strides of axes of length 1 do not matter.</summary>
    internal bool IsRowMajor(ReadOnlySpan<int> strides)
    {
        int step = 1;
        for (int axis = Rank - 1; axis >= 0; axis--)
        {
            if (lengths![axis] != 1 && strides[axis] != step)
                return false;
            step *= lengths[axis];
        }
        return true;
    }

    /// <summary>The lengths as an array of the caller's own.</summary>
    public int[] ToArray() => Span.ToArray();

    /// <summary>Lets <c>foreach</c> and spreads (<c>[n, .. shape]</c>) walk over the lengths.</summary>
    public Enumerator GetEnumerator() => new(lengths);

    /// <inheritdoc/>
    public bool Equals(Shape other) => ReferenceEquals(lengths, other.lengths) || Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Shape other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int hash = 17;
        foreach (int length in Span)
            hash = hash * 31 + length;
        return hash;
    }

    /// <summary>Lets a shape stand where lengths are named one by one: <c>x.Reshape(y.Shape)</c>.</summary>
    public static implicit operator ReadOnlySpan<int>(Shape shape) => shape.Span;

    /// <summary>Equal lengths in equal order.</summary>
    public static bool operator ==(Shape a, Shape b) => a.Equals(b);

    /// <summary>Another length or another number of axes.</summary>
    public static bool operator !=(Shape a, Shape b) => !a.Equals(b);

    /// <summary><c>[2, 3]</c></summary>
    public override string ToString()
    {
        var words = new string[Rank];
        for (int axis = 0; axis < words.Length; axis++)
            words[axis] = lengths![axis].ToString(CultureInfo.InvariantCulture);
        return "[" + string.Join(", ", words) + "]";
    }

    private Shape Check()
    {
        long size = 1;
        foreach (int length in Span)
        {
            if (length < 0)
                throw new ArgumentException($"Shape {this} has a negative length. Every length is 0 or more.");
            // Zero lengths are left out so that what is checked does not depend on their place.
            size *= Math.Max(length, 1);
            if (size > int.MaxValue)
                throw new ArgumentException($"Shape {this} has more than 2,147,483,647 elements. Use smaller batches.");
        }
        return this;
    }

    private ArgumentOutOfRangeException NoSuchAxis(object axis) =>
        new(nameof(axis), Rank == 0
            ? $"A single number has no axes, so there is no axis {axis}."
            : $"Shape {this} has {Rank} axes, so there is no axis {axis}: use 0 to {Rank - 1}, or ^1 for the last.");

    private static ArgumentException DoNotBroadcast(Shape a, Shape b, int axis, int x, int y) =>
        new($"Shapes {a} and {b} do not broadcast: axis {axis} has {x} against {y}, and neither is 1.");

    /// <summary>Walks over the lengths.</summary>
    public struct Enumerator
    {
        private readonly int[]? lengths;
        private int at = -1;

        internal Enumerator(int[]? lengths) => this.lengths = lengths;

        /// <summary>The length at hand.</summary>
        public readonly int Current => lengths![at];

        /// <summary>Steps on; false at the end.</summary>
        public bool MoveNext() => ++at < (lengths?.Length ?? 0);
    }
}
