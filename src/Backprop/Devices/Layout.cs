namespace Backprop;

/// <summary>
/// Operands brought to one domain: the one place that knows strides. Neighbouring axes that lie in one piece for every
/// operand are joined; the last two that are left are the rows and columns of an emitted loop, the others are walked
/// over outside of it.
/// </summary>
internal ref struct Layout
{
    private readonly int operands;
    private readonly Span<int> lengths;

    // One row of strides per axis, one column per operand.
    private readonly Span<int> strides;

    /// <param name="operands">How many views there are.</param>
    /// <param name="domain">What they broadcast to.</param>
    /// <param name="memory">Room of the caller: see <see cref="Words"/>.</param>
    internal Layout(int operands, Shape domain, Span<int> memory)
    {
        this.operands = operands;
        Rank = domain.Rank;
        lengths = memory[..Rank];
        strides = memory.Slice(Rank, Rank * operands);
        domain.Span.CopyTo(lengths);
    }

    /// <summary>How many axes are left.</summary>
    internal int Rank { get; private set; }

    /// <summary>The room that a layout needs.</summary>
    internal static int Words(int operands, Shape domain) => domain.Rank * (operands + 1);

    internal readonly int Length(int axis) => lengths[axis];

    internal readonly int Stride(int axis, int operand) => strides[axis * operands + operand];

    /// <summary>Says where an operand lies; axes it does not have, or of length 1, repeat.</summary>
    internal readonly void Place(int operand, View view)
    {
        int missing = Rank - view.Shape.Rank, step = 1;
        for (int axis = Rank - 1; axis >= 0; axis--)
        {
            int length = axis < missing ? 1 : view.Shape[axis - missing];
            int stride = view.Strides is { } own && axis >= missing ? own[axis - missing] : step;
            strides[axis * operands + operand] = length == 1 ? 0 : stride;
            step *= length;
        }
    }

    /// <summary>Puts the axes in the order of an operand's strides, so that it is written from front to back.</summary>
    internal readonly void OrderBy(int operand)
    {
        for (int axis = 1; axis < Rank; axis++)
        {
            for (int i = axis; i > 0 && Stride(i - 1, operand) < Stride(i, operand); i--)
                Exchange(i - 1, i);
        }
    }

    /// <summary>Joins axes from <paramref name="begin"/> on, up to but without <paramref name="end"/>, and drops those
    /// of length 1. Returns how many of them are left.</summary>
    internal int Join(int begin, int end)
    {
        int last = begin - 1;
        for (int axis = begin; axis < end; axis++)
        {
            if (lengths[axis] == 1)
                continue;
            if (last >= begin && LiesInOnePiece(last, axis))
                lengths[last] *= lengths[axis];
            else
                lengths[++last] = lengths[axis];
            Row(axis).CopyTo(Row(last));
        }
        int kept = last + 1;
        for (int axis = end; axis < Rank; axis++)
        {
            lengths[kept + axis - end] = lengths[axis];
            Row(axis).CopyTo(Row(kept + axis - end));
        }
        Rank -= end - kept;
        return kept - begin;
    }

    /// <summary>Moves an axis behind all others that come before <paramref name="to"/>.</summary>
    internal readonly void Move(int axis, int to)
    {
        for (; axis < to - 1; axis++)
            Exchange(axis, axis + 1);
    }

    private readonly Span<int> Row(int axis) => strides.Slice(axis * operands, operands);

    private readonly bool LiesInOnePiece(int outer, int inner)
    {
        for (int i = 0; i < operands; i++)
        {
            if (Stride(outer, i) != Stride(inner, i) * lengths[inner])
                return false;
        }
        return true;
    }

    private readonly void Exchange(int a, int b)
    {
        (lengths[a], lengths[b]) = (lengths[b], lengths[a]);
        for (int i = 0; i < operands; i++)
            (Row(a)[i], Row(b)[i]) = (Row(b)[i], Row(a)[i]);
    }
}
