namespace Backprop;

/// <summary>One run of an emitted loop: pins the memory, fills the argument block, walks the outer axes.</summary>
internal unsafe ref struct LoopRun
{
    // Sums of columns are sums of such sums, which is more accurate, and a block of rows stays in the cache.
    private const int RowsOfBlock = 256;

    private readonly ReadOnlySpan<View> results, inputs;
    private readonly Layout layout;
    private readonly int operands, rowAxis, columnAxis, outerAxes;
    private readonly nint* arguments;
    private readonly int* digits;

    /// <param name="layout">Its last axes are the rows, if there are, and the columns, if there are.</param>
    /// <param name="hasRows">Whether an axis is left for rows.</param>
    /// <param name="hasColumns">Whether an axis is left for columns.</param>
    /// <param name="results">Operands 0 …</param>
    /// <param name="inputs">… and those after.</param>
    /// <param name="arguments">Room for <see cref="LoopArguments.Length"/> words.</param>
    /// <param name="digits">Room for one number per outer axis.</param>
    internal LoopRun(Layout layout, bool hasRows, bool hasColumns, ReadOnlySpan<View> results,
        ReadOnlySpan<View> inputs, nint* arguments, int* digits)
    {
        this.layout = layout;
        this.results = results;
        this.inputs = inputs;
        this.arguments = arguments;
        this.digits = digits;
        operands = results.Length + inputs.Length;
        outerAxes = layout.Rank;
        columnAxis = hasColumns ? --outerAxes : -1;
        rowAxis = hasRows ? --outerAxes : -1;
    }

    /// <summary>True if every operand's columns are neighbours, or one number that repeats.</summary>
    internal readonly bool IsDirect => StridedOperands() == 0;

    private readonly View Operand(int i) => i < results.Length ? results[i] : inputs[i - results.Length];

    /// <summary>One bit for each operand whose columns are neither neighbours nor one number.</summary>
    internal readonly uint StridedOperands()
    {
        uint bits = 0;
        for (int i = 0; i < operands; i++)
        {
            if (columnAxis >= 0 && layout.Stride(columnAxis, i) is not (0 or 1))
                bits |= 1u << i;
        }
        return bits;
    }

    /// <summary>What loop is needed.</summary>
    internal readonly LoopKey Key(LoopKind kind, DType compute)
    {
        ulong types = 0;
        uint splats = 0;
        for (int i = 0; i < operands; i++)
        {
            types |= (ulong)Operand(i).DType << (2 * i);
            // A column sum's result is read and written as a row even if that has one number.
            bool isRow = kind != LoopKind.Map && i == 0;
            if (!isRow && (columnAxis < 0 || layout.Stride(columnAxis, i) == 0))
                splats |= 1u << i;
        }
        return new LoopKey(kind, compute, types, splats);
    }

    /// <param name="loop">The loop for <see cref="Key"/>.</param>
    /// <param name="scalars">In the type that is computed in.</param>
    /// <param name="inBlocks">Whether the loop adds to its result, so that it may run over some rows at a time.</param>
    internal readonly void Run(Loop loop, void* scalars, bool inBlocks = false)
    {
        arguments[LoopArguments.Columns] = columnAxis < 0 ? 1 : layout.Length(columnAxis);
        arguments[LoopArguments.Scalars] = (nint)scalars;
        for (int i = 0; i < operands; i++)
        {
            int size = Operand(i).DType.Size();
            arguments[LoopArguments.RowStride(i)] = rowAxis < 0 ? 0 : (nint)layout.Stride(rowAxis, i) * size;
        }
        Pin(0, loop, inBlocks);
    }

    // One call deep per operand, because a fixed statement pins a known number of them.
    private readonly void Pin(int operand, Loop loop, bool inBlocks)
    {
        if (operand == operands)
        {
            OverOuterAxes(loop, inBlocks);
            return;
        }
        var view = Operand(operand);
        fixed (byte* start = &((HostStorage)view.Storage).Start)
        {
            arguments[LoopArguments.Address(operand)] = (nint)start + (nint)view.Offset * view.DType.Size();
            Pin(operand + 1, loop, inBlocks);
        }
    }

    private readonly void OverOuterAxes(Loop loop, bool inBlocks)
    {
        for (int axis = 0; axis < outerAxes; axis++)
            digits[axis] = 0;
        do
        {
            if (inBlocks)
                RunBlocks(loop);
            else
                RunRows(loop, rowAxis < 0 ? 1 : layout.Length(rowAxis));
        }
        while (Instruction());
    }

    private readonly void RunRows(Loop loop, int rows)
    {
        arguments[LoopArguments.Rows] = rows;
        loop(arguments);
    }

    private readonly void RunBlocks(Loop loop)
    {
        int rows = rowAxis < 0 ? 1 : layout.Length(rowAxis);
        for (int begin = 0; begin < rows; begin += RowsOfBlock)
        {
            int count = Math.Min(RowsOfBlock, rows - begin);
            RunRows(loop, count);
            MoveRows(count);
        }
        MoveRows(-rows);
    }

    private readonly void MoveRows(int count)
    {
        for (int i = 0; i < operands; i++)
            arguments[LoopArguments.Address(i)] += count * arguments[LoopArguments.RowStride(i)];
    }

    /// <summary>Moves all addresses to the next place of the outer axes; false after the last.</summary>
    private readonly bool Instruction()
    {
        for (int axis = outerAxes - 1; axis >= 0; axis--)
        {
            bool turns = ++digits[axis] == layout.Length(axis);
            int steps = turns ? 1 - layout.Length(axis) : 1;
            for (int i = 0; i < operands; i++)
            {
                nint distance = (nint)layout.Stride(axis, i) * Operand(i).DType.Size();
                arguments[LoopArguments.Address(i)] += steps * distance;
            }
            if (!turns)
                return true;
            digits[axis] = 0;
        }
        return false;
    }
}
