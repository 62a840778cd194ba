using System.Globalization;

namespace Backprop;

/// <summary>
/// What stands between the brackets for one axis: <c>x[0, 1..3, ^1, ..]</c>. A number takes one element and drops the
/// axis; a range keeps the axis; <see cref="NewAxis"/> adds an axis of length 1.
/// </summary>
public readonly struct Slice
{
    private readonly Range range;
    private readonly Kind kind;

    private Slice(Range range, Kind kind, int step = 1)
    {
        this.range = range;
        this.kind = kind;
        Step = step;
    }

    private enum Kind : byte
    {
        Range,
        Element,
        NewAxis,
    }

    /// <summary>An axis of length 1 at this place.</summary>
    public static Slice NewAxis => new(default, Kind.NewAxis);

    /// <summary>Every <paramref name="step"/>-th element of a range: <c>Slice.Every(2)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is not positive.</exception>
    public static Slice Every(int step, Range? of = null)
    {
        if (step < 1)
            throw new ArgumentOutOfRangeException(nameof(step), $"A slice steps by 1 or more, not by {step}.");
        return new(of ?? Range.All, Kind.Range, step);
    }

    /// <summary>One element.</summary>
    public static implicit operator Slice(int at) => at >= 0
        ? new(new Range(at, at), Kind.Element)
        : throw new ArgumentOutOfRangeException(nameof(at), $"Index {at} is negative. Count from the end with ^{-(long)at}.");

    /// <summary>One element, maybe counted from the end.</summary>
    public static implicit operator Slice(Index at) => new(new Range(at, at), Kind.Element);

    /// <summary>A range of elements.</summary>
    public static implicit operator Slice(Range range) => new(range, Kind.Range);

    /// <summary>True if the axis is dropped because one element is taken.</summary>
    public bool IsElement => kind == Kind.Element;

    /// <summary>True if this adds an axis instead of taking from one.</summary>
    public bool IsNewAxis => kind == Kind.NewAxis;

    /// <summary>Elements from one taken to the next.</summary>
    public int Step { get; }

    /// <summary>Where it begins and how many it takes on an axis of a given length.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It reaches over the axis' end.</exception>
    internal (int Start, int Count) Resolve(int axis, int length)
    {
        int start = range.Start.GetOffset(length);
        int end = IsElement ? start + 1 : range.End.GetOffset(length);
        if (start < 0 || end > length || start > end)
            throw new ArgumentOutOfRangeException(nameof(axis), $"[{this}] does not fit axis {axis} of length {length}.");
        return (start, (end - start + Step - 1) / Step);
    }

    /// <summary>As written in C#: <c>1..3</c>.</summary>
    public override string ToString()
    {
        if (IsNewAxis)
            return nameof(NewAxis);
        if (IsElement)
            return range.Start.ToString();
        string text = (range.Start.Equals(Index.Start) ? "" : range.Start.ToString()) + ".."
            + (range.End.Equals(Index.End) ? "" : range.End.ToString());
        return Step == 1 ? text : string.Create(CultureInfo.InvariantCulture, $"{text} by {Step}");
    }
}
