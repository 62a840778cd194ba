// Cpu: formulas become loops of machine code over vectors of 256 or 512 bits. It knows strides, lanes and memory; what
// a formula means is the Reference device's to say.
using System.Runtime.CompilerServices;
using Backprop.Ops;

namespace Backprop;

/// <summary>This computer's processor.</summary>
internal sealed unsafe partial class CpuDevice : HostDevice
{
    private static readonly Program Same = new(1, 0, Formula.Input(0));

    private readonly int bits;

    /// <param name="bits">The width of a vector: 256 or 512.</param>
    internal CpuDevice(int bits)
        : base("cpu") => this.bits = bits;

    public override string Description => $"cpu: formulas are compiled for vectors of {bits} bits, one thread";

    /// <summary>The widest that this machine computes, or null if it has neither AVX-512 nor AVX2.</summary>
    internal static CpuDevice? Best()
    {
        if (Lanes.IsSupported(512))
            return new CpuDevice(512);
        return Lanes.IsSupported(256) ? new CpuDevice(256) : null;
    }

    private protected override void DoMap(
        Program program, Shape domain, ReadOnlySpan<View> outs, ReadOnlySpan<View> ins, ReadOnlySpan<double> scalars)
    {
        if (outs.Length == 1 && ins.Length <= 2 && !program.HasRows && TryFlat(program, outs[0], ins, scalars))
            return;
        CheckOperands(program, outs.Length + ins.Length);
        if (!TryMap(program, domain, outs, ins, scalars, mayReorder: true))
            MapPacked(program, domain, outs, ins, scalars);
    }

    private protected override void Convert(View from, View to) => DoMap(Same, to.Shape, [to], [from], default);

    /// <summary>The short way for the most frequent case: up to two inputs, one float type, in one piece.</summary>
    private bool TryFlat(Program program, View y, ReadOnlySpan<View> ins, ReadOnlySpan<double> scalars)
    {
        View a = ins.Length > 0 ? ins[0] : y, b = ins.Length > 1 ? ins[1] : a;
        var type = y.DType;
        if (!type.IsFloat() || a.DType != type || b.DType != type
            || y.Strides is not null || a.Strides is not null || b.Strides is not null
            || a.Shape != y.Shape || b.Shape != y.Shape)
        {
            return false;
        }
        var kernels = Kernels.Of(program, Slot, bits);
        bool isSingle = type == DType.Float32;
        var loop = (isSingle ? kernels.FlatSingle : kernels.FlatDouble) ?? kernels.GetFlat(type);
        nint* arguments = stackalloc nint[LoopArguments.Length(3)];
        double* converted = stackalloc double[Math.Max(1, scalars.Length)];
        Narrow(scalars, isSingle, converted);
        int size = isSingle ? sizeof(float) : sizeof(double);
        fixed (byte* yStart = &((HostStorage)y.Storage).Start, aStart = &((HostStorage)a.Storage).Start,
            bStart = &((HostStorage)b.Storage).Start)
        {
            arguments[LoopArguments.Rows] = 1;
            arguments[LoopArguments.Columns] = y.Shape.Size;
            arguments[LoopArguments.Scalars] = (nint)converted;
            arguments[LoopArguments.Address(0)] = (nint)yStart + (nint)y.Offset * size;
            arguments[LoopArguments.Address(1)] = (nint)aStart + (nint)a.Offset * size;
            arguments[LoopArguments.Address(2)] = (nint)bStart + (nint)b.Offset * size;
            loop(arguments);
        }
        return true;
    }

    /// <summary>False if an operand's columns are neither neighbours nor one number.</summary>
    private bool TryMap(Program program, Shape domain, ReadOnlySpan<View> outs, ReadOnlySpan<View> ins,
        ReadOnlySpan<double> scalars, bool mayReorder)
    {
        int operands = outs.Length + ins.Length;
        int* memory = stackalloc int[Layout.Words(operands, domain)];
        var layout = MapLayout(program, domain, outs, ins, memory, mayReorder);
        nint* arguments = stackalloc nint[LoopArguments.Length(operands)];
        int* digits = stackalloc int[domain.Rank];
        var run = new LoopRun(layout, layout.Rank > 1, layout.Rank > 0, outs, ins, arguments, digits);
        if (!run.IsDirect)
            return false;
        var compute = ComputeType(outs, ins);
        double* converted = stackalloc double[Math.Max(1, scalars.Length)];
        Narrow(scalars, compute == DType.Float32, converted);
        run.Run(Kernels.Of(program, Slot, bits).Get(run.Key(LoopKind.Map, compute)), converted);
        return true;
    }

    private static Layout MapLayout(
        Program program, Shape domain, ReadOnlySpan<View> outs, ReadOnlySpan<View> ins, int* memory, bool mayReorder)
    {
        int operands = outs.Length + ins.Length;
        var layout = new Layout(operands, domain, new Span<int>(memory, Layout.Words(operands, domain)));
        for (int i = 0; i < outs.Length; i++)
            layout.Place(i, outs[i]);
        for (int i = 0; i < ins.Length; i++)
            layout.Place(outs.Length + i, ins[i]);
        // Along a row the order counts; else the result is best written from front to back.
        if (mayReorder && !program.HasRows && !outs[0].IsContiguous)
            layout.OrderBy(0);
        layout.Join(0, program.HasRows ? Math.Max(domain.Rank - 1, 0) : domain.Rank);
        return layout;
    }

    /// <summary>Copies strided operands to memory in one piece, runs there, and copies strided results back.</summary>
    private void MapPacked(
        Program program, Shape domain, ReadOnlySpan<View> outs, ReadOnlySpan<View> ins, ReadOnlySpan<double> scalars)
    {
        int* memory = stackalloc int[Layout.Words(outs.Length + ins.Length, domain)];
        var layout = MapLayout(program, domain, outs, ins, memory, mayReorder: false);
        uint strided = new LoopRun(layout, layout.Rank > 1, layout.Rank > 0, outs, ins, null, null).StridedOperands();
        View[] packedOuts = outs.ToArray(), packedIns = ins.ToArray();
        for (int i = 0; i < outs.Length; i++)
        {
            if ((strided >> i & 1) != 0)
                packedOuts[i] = Empty(outs[i]);
        }
        for (int i = 0; i < ins.Length; i++)
        {
            if ((strided >> (outs.Length + i) & 1) != 0)
                packedIns[i] = Packed(ins[i]);
        }
        TryMap(program, domain, packedOuts, packedIns, scalars, mayReorder: false);
        for (int i = 0; i < outs.Length; i++)
        {
            if (packedOuts[i] != outs[i])
                Moves.Copy(packedOuts[i], outs[i]);
        }
        Release(outs, packedOuts);
        Release(ins, packedIns);
    }

    private View Empty(View view) => Empty(view.Shape, view.DType);

    private View Empty(Shape shape, DType type) => new(Allocate((long)shape.Size * type.Size()), shape, type);

    private View Packed(View view)
    {
        var packed = Empty(view);
        Moves.Copy(view, packed);
        return packed;
    }

    private static void Release(ReadOnlySpan<View> originals, ReadOnlySpan<View> packed)
    {
        for (int i = 0; i < packed.Length; i++)
        {
            if (packed[i] != originals[i])
                packed[i].Storage.Release();
        }
    }

    private static void CheckOperands(Program program, int operands)
    {
        if (operands > LoopKey.MostOperands)
        {
            throw new NotSupportedException(
                $"{program} has {operands} operands; one loop takes {LoopKey.MostOperands}. Split it in two programs.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Narrow(ReadOnlySpan<double> scalars, bool toSingle, double* into)
    {
        for (int i = 0; i < scalars.Length; i++)
        {
            if (toSingle)
                ((float*)into)[i] = (float)scalars[i];
            else
                into[i] = scalars[i];
        }
    }
}
