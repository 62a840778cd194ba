// Reference: every verb as plain loops over elements. Not fast, and it has no code of its own to emit or tune: it is
// what the other devices are checked against, and what runs where code cannot be emitted.
namespace Backprop;

/// <summary>Interprets formulas on one thread.</summary>
internal sealed class ReferenceDevice : HostDevice
{
    internal ReferenceDevice()
        : base("reference")
    {
    }

    public override string Description => Cpu == this
        ? "reference: formulas are interpreted on one thread, because this processor has no AVX2"
        : "reference: formulas are interpreted on one thread";

    private protected override void DoMap(
        Program program, Shape domain, ReadOnlySpan<View> outs, ReadOnlySpan<View> ins, ReadOnlySpan<double> scalars)
    {
        if (ComputeType(outs, ins) == DType.Float32)
            Interpreter<float>.Map(program, domain, outs, ins, scalars);
        else
            Interpreter<double>.Map(program, domain, outs, ins, scalars);
    }

    private protected override void DoColumns(
        Program program, Fold kind, Shape domain, View y, ReadOnlySpan<View> ins, ReadOnlySpan<double> scalars)
    {
        if (ComputeType([y], ins) == DType.Float32)
            Interpreter<float>.Columns(program, kind, domain, y, ins, scalars);
        else
            Interpreter<double>.Columns(program, kind, domain, y, ins, scalars);
    }

    private protected override void DoMatMul(View a, View b, View c)
    {
        if (a.DType == DType.Float32)
            MatrixProduct<float>.Run(a, b, c);
        else
            MatrixProduct<double>.Run(a, b, c);
    }
}
