using System.Diagnostics.CodeAnalysis;
using Backprop.Ops;

namespace Backprop;

/// <summary>What every verb of every device asks of its views, checked once in the public front.</summary>
internal static class Contract
{
    /// <summary>Checks a launch of <see cref="Device.Map"/> and returns its domain.</summary>
    internal static Shape Map(Device device, Program program, ReadOnlySpan<View> outs, ReadOnlySpan<View> ins,
        ReadOnlySpan<double> scalars)
    {
        if (outs.Length != program.Roots.Length)
            throw Counts(program, "results", program.Roots.Length, outs.Length);
        CheckOperands(device, program, ins, scalars);
        var domain = outs[0].Shape;
        bool same = true;
        foreach (var y in outs)
        {
            CheckDevice(device, y);
            same &= y.Shape == domain;
        }
        foreach (var x in ins)
            same &= x.Shape == domain;
        return same ? domain : MixedDomain(program, outs, ins);
    }

    /// <summary>Checks a launch of <see cref="Device.Columns"/> and returns what the inputs broadcast to.</summary>
    internal static Shape Columns(Device device, Program program, View y, ReadOnlySpan<View> ins,
        ReadOnlySpan<double> scalars)
    {
        if (program.Roots.Length != 1)
            throw Counts(program, "results", program.Roots.Length, 1);
        if (program.HasRows)
            throw new ArgumentException($"Columns cannot run {program}: it joins rows. Map the row formula first.");
        CheckOperands(device, program, ins, scalars);
        CheckDevice(device, y);
        if (ins.Length == 0)
            throw new ArgumentException($"Columns of {program} need an input to know how many rows there are.");
        var domain = ins[0].Shape;
        foreach (var x in ins)
            domain = Shape.Broadcast(domain, x.Shape);
        int lead = domain.Rank - y.Shape.Rank;
        if (lead < 0 || domain[lead..] != y.Shape)
            throw new ArgumentException($"Columns of {domain} cannot go to {y.Shape}: its last axes must be those.");
        return domain;
    }

    internal static void MatMul(Device device, View a, View b, View c)
    {
        CheckDevice(device, a);
        CheckDevice(device, b);
        CheckDevice(device, c);
        if (a.DType != b.DType || a.DType != c.DType || !a.DType.IsFloat())
        {
            throw new ArgumentException($"Matrices of {a.DType} and {b.DType} do not multiply into {c.DType}: "
                + "convert them to one float type.");
        }
        Shape x = a.Shape, y = b.Shape, z = c.Shape;
        if (x.Rank < 2 || y.Rank < 2)
            throw new ArgumentException($"Shapes {x} and {y} do not multiply: both need two axes or more.");
        if (x[^1] != y[^2])
        {
            string hint = x[^1] == y[^1] ? " Did you mean weight.T?" : "";
            throw new ArgumentException($"Shapes {x} and {y} do not multiply: {x[^1]} ≠ {y[^2]}.{hint}");
        }
        var batch = x.Rank == 2 && y.Rank == 2 ? default : Shape.Broadcast(x[..^2], y[..^2]);
        if (z.Rank != batch.Rank + 2 || z[^2] != x[^2] || z[^1] != y[^1] || batch.Rank > 0 && z[..^2] != batch)
        {
            Shape product = [.. batch, x[^2], y[^1]];
            throw new ArgumentException($"The product of {x} and {y} is {product}, so it does not fit {z}.");
        }
    }

    /// <summary>Gather from source to y; or scatter from y to source: the shapes are the same.</summary>
    internal static void Gather(Device device, View source, int axis, View index, View y)
    {
        CheckDevice(device, source);
        CheckDevice(device, index);
        CheckDevice(device, y);
        if (index.DType != DType.Int32)
            throw new ArgumentException($"An index holds int32 numbers, not {index.DType}. Convert it.");
        if (source.DType != y.DType)
            throw new ArgumentException($"Elements of {source.DType} and {y.DType} do not mix here. Convert one.");
        if (index.Shape != y.Shape)
        {
            throw new ArgumentException(
                $"Index {index.Shape} and values {y.Shape} must have one shape. Broadcast the index.");
        }
        bool fits = source.Shape.Rank == y.Shape.Rank && (uint)axis < (uint)source.Shape.Rank;
        for (int i = 0; fits && i < y.Shape.Rank; i++)
            fits = i == axis || source.Shape[i] == y.Shape[i];
        if (!fits)
        {
            throw new ArgumentException(
                $"Along axis {axis}, {y.Shape} does not fit {source.Shape}: all other axes must be equal.");
        }
    }

    internal static void Copy(Device device, View from, View to)
    {
        CheckDevice(device, from);
        CheckDevice(device, to);
    }

    internal static void Random(Device device, View y)
    {
        CheckDevice(device, y);
        if (!y.DType.IsFloat())
            throw new ArgumentException($"Random numbers are float32 or float64, not {y.DType}. Convert afterwards.");
    }

    internal static void Host<T>(Device device, View view, int length) where T : unmanaged
    {
        CheckDevice(device, view);
        if (DTypes.Of<T>() != view.DType)
            throw new ArgumentException($"A view of {view.DType} does not hold {typeof(T).Name}. Convert it first.");
        if (view.Shape.Size != length)
        {
            throw new ArgumentException(
                $"Shape {view.Shape} has {view.Shape.Size} elements, the host has room for {length}.");
        }
    }

    /// <summary>The clear message for an index that points nowhere.</summary>
    internal static ArgumentOutOfRangeException BadIndex(int value, int axis, int length) => new(nameof(value),
        length == 0
            ? $"Index {value} points into axis {axis}, which has no elements."
            : $"Index {value} lies outside axis {axis} of length {length}: it goes from 0 to {length - 1}.");

    private static void CheckOperands(
        Device device, Program program, ReadOnlySpan<View> ins, ReadOnlySpan<double> scalars)
    {
        if (ins.Length != program.Inputs)
            throw Counts(program, "inputs", program.Inputs, ins.Length);
        if (scalars.Length < program.Scalars)
            throw Counts(program, "scalars", program.Scalars, scalars.Length);
        foreach (var x in ins)
            CheckDevice(device, x);
    }

    private static Shape MixedDomain(Program program, ReadOnlySpan<View> outs, ReadOnlySpan<View> ins)
    {
        var domain = outs[0].Shape;
        foreach (var y in outs)
            domain = Shape.Broadcast(domain, y.Shape);
        foreach (var x in ins)
            domain = Shape.Broadcast(domain, x.Shape);
        for (int i = 0; i < outs.Length; i++)
        {
            var y = outs[i].Shape;
            if (y == domain)
                continue;
            bool isColumn = y.Rank == domain.Rank && y.Rank > 0 && y[^1] == 1 && y[..^1] == domain[..^1];
            if (!isColumn || !IsSameAlongRow(program.Roots[i], ins))
                throw new ArgumentException($"{program.Roots[i]} gives {domain}, which does not fit a result of {y}.");
        }
        return domain;
    }

    /// <summary>True if a formula cannot change along a row: made of row sums and of inputs that repeat.</summary>
    private static bool IsSameAlongRow(Formula root, ReadOnlySpan<View> ins)
    {
        var open = new Stack<Formula>([root]);
        while (open.TryPop(out var f))
        {
            if (f.Kind is FormulaKind.RowSum or FormulaKind.RowMax)
                continue;
            if (f.Kind == FormulaKind.Column || f.Kind == FormulaKind.Input && !RepeatsAlongRow(ins[f.Index]))
                return false;
            foreach (var part in (ReadOnlySpan<Formula?>)[f.A, f.B, f.C])
            {
                if (part is not null)
                    open.Push(part);
            }
        }
        return true;
    }

    /// <summary>True if an operand is the same along the domain's last axis.</summary>
    internal static bool RepeatsAlongRow(View x) =>
        x.Shape.Rank == 0 || x.Shape[^1] == 1 || x.Strides is { } strides && strides[^1] == 0;

    private static void CheckDevice(Device device, View view)
    {
        if (!ReferenceEquals(view.Storage.Device, device))
            Throw(device, view);
    }

    [DoesNotReturn]
    private static void Throw(Device device, View view) => throw new ArgumentException(
        $"A tensor {view.Shape} on {view.Device} met a computation on {device}. Move one of them: x.To(device).");

    private static ArgumentException Counts(Program program, string what, int needed, int given) =>
        new($"{program} needs {needed} {what} and got {given}.");
}
