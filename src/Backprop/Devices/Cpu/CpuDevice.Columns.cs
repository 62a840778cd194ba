namespace Backprop;

/// <content>Reductions over the leading axes.</content>
internal sealed unsafe partial class CpuDevice
{
    private protected override void DoColumns(
        Program program, Fold kind, Shape domain, View y, ReadOnlySpan<View> ins, ReadOnlySpan<double> scalars)
    {
        CheckOperands(program, 1 + ins.Length);
        var compute = ComputeType([y], ins);
        // The loop adds to what the result holds, so that it can go over the rows in blocks.
        bool isOwn = y.DType == compute && y.IsContiguous;
        var sums = isOwn ? y : Empty(y.Shape, compute);
        Fill(sums, kind == Fold.Sum ? 0 : double.NegativeInfinity);
        if (domain.Size > 0 && !TryColumns(program, kind, domain, sums, ins, scalars))
        {
            View[] packed = ins.ToArray();
            for (int i = 0; i < packed.Length; i++)
                packed[i] = ins[i].IsContiguous ? ins[i] : Packed(ins[i]);
            TryColumns(program, kind, domain, sums, packed, scalars);
            Release(ins, packed);
        }
        if (!isOwn)
        {
            DoCopy(sums, y);
            sums.Storage.Release();
        }
    }

    private bool TryColumns(Program program, Fold kind, Shape domain, View y, ReadOnlySpan<View> ins,
        ReadOnlySpan<double> scalars)
    {
        int operands = 1 + ins.Length;
        int* memory = stackalloc int[Layout.Words(operands, domain)];
        var layout = new Layout(operands, domain, new Span<int>(memory, Layout.Words(operands, domain)));
        layout.Place(0, y);
        for (int i = 0; i < ins.Length; i++)
            layout.Place(1 + i, ins[i]);
        int leading = layout.Join(0, domain.Rank - y.Shape.Rank);
        int trailing = layout.Join(leading, layout.Rank);
        var kernels = Kernels.Of(program, Slot, bits);
        var loopKind = kind == Fold.Sum ? LoopKind.ColumnSum : LoopKind.ColumnMax;
        bool isTotal = leading == 1 && trailing == 0;
        if (isTotal)
        {
            // One number from one long axis: that is a row.
            kernels = Kernels.Of(kernels.Total(kind), Slot, bits);
            loopKind = LoopKind.Map;
        }
        else if (leading > 0)
        {
            layout.Move(leading - 1, trailing > 0 ? layout.Rank - 1 : layout.Rank);
        }
        nint* arguments = stackalloc nint[LoopArguments.Length(operands)];
        int* digits = stackalloc int[domain.Rank];
        var run = new LoopRun(layout, leading > 0 && !isTotal, trailing > 0 || isTotal, [y], ins, arguments, digits);
        if (!run.IsDirect)
            return false;
        double* converted = stackalloc double[Math.Max(1, scalars.Length)];
        Narrow(scalars, y.DType == DType.Float32, converted);
        run.Run(kernels.Get(run.Key(loopKind, y.DType)), converted, inBlocks: !isTotal);
        return true;
    }

    private static void Fill(View contiguous, double value)
    {
        int begin = contiguous.Offset, count = contiguous.Shape.Size;
        var storage = (HostStorage)contiguous.Storage;
        if (contiguous.DType == DType.Float32)
            storage.Elements<float>().Slice(begin, count).Fill((float)value);
        else
            storage.Elements<double>().Slice(begin, count).Fill(value);
    }
}
