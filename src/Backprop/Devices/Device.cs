// Devices: memory, and the few verbs that compute on it. A device knows views, programs and nothing above: no tensor,
// no gradient, no op by name.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Backprop;

/// <summary>
/// Something that computes: this computer's processor, later a graphics card. Every verb but <see cref="Allocate"/>
/// writes into views that exist, so in-place updates, planned memory and recording need nothing else.
/// </summary>
public abstract partial class Device
{
    private static int slots;

    private protected Device(string name) => Name = name;

    /// <summary>A short name: <c>cpu</c>, <c>reference</c>.</summary>
    public string Name { get; }

    /// <summary>How it computes, in words.</summary>
    public virtual string Description => Name;

    /// <summary>Calls of a verb so far. With several threads at once a few may be missed.</summary>
    public long Launches { get; private set; }

    /// <summary>Which place of <see cref="Program.Compiled"/> is this device's.</summary>
    internal int Slot { get; } = Interlocked.Increment(ref slots) - 1;

    /// <summary>Memory for that many bytes; its contents are whatever was there.</summary>
    public Storage Allocate(long bytes) => DoAllocate(bytes);

    /// <summary>Computes each formula of a program for each element.</summary>
    /// <remarks>
    /// The domain is what all shapes broadcast to. Each result has the domain's shape, except that a formula which is
    /// the same along the last axis (such as <c>RowSum</c>) may go to a view whose last axis is 1. Row formulas work
    /// along the domain's last axis. Computed in float64 if an operand is, or if none is float32; else in float32.
    /// Int32 and bool are converted when read; int32 cuts off the fraction when written, bool says whether it is not 0.
    /// A result may be the very view of an input (in place), but must not overlap one otherwise.
    /// </remarks>
    public void Map(
        Program program, ReadOnlySpan<View> outs, ReadOnlySpan<View> ins, ReadOnlySpan<double> scalars = default)
    {
        var domain = Contract.Map(this, program, outs, ins, scalars);
        if (domain.Size == 0)
        {
            MapWithoutElements(program, outs, ins, scalars);
            return;
        }
        if (DryRun.IsOn)
            return;
        Launches++;
        DoMap(program, domain, outs, ins, scalars);
        KeepAlive(outs);
        KeepAlive(ins);
    }

    /// <summary>Computes a program's one formula for each element and joins the values over the leading axes.</summary>
    /// <param name="program">One formula without row sums and maxima.</param>
    /// <param name="kind">Sum or Max.</param>
    /// <param name="y">Its shape is the last axes of what the inputs broadcast to; all axes before are joined.</param>
    /// <param name="ins">The inputs.</param>
    /// <param name="scalars">The program's scalars.</param>
    public void Columns(
        Program program, Fold kind, View y, ReadOnlySpan<View> ins, ReadOnlySpan<double> scalars = default)
    {
        var domain = Contract.Columns(this, program, y, ins, scalars);
        if (DryRun.IsOn)
            return;
        Launches++;
        DoColumns(program, kind, domain, y, ins, scalars);
        GC.KeepAlive(y);
        KeepAlive(ins);
    }

    /// <summary>c = a · b for matrices of float32 or float64 with any strides.</summary>
    /// <param name="a">[…, m, k]</param>
    /// <param name="b">[…, k, n]</param>
    /// <param name="c">[…, m, n], where … is what the leading axes of a and b broadcast to.</param>
    public void MatMul(View a, View b, View c)
    {
        Contract.MatMul(this, a, b, c);
        if (DryRun.IsOn)
            return;
        Launches++;
        DoMatMul(a, b, c);
        KeepAlive([a, b, c]);
    }

    /// <summary>Takes along an axis: <c>y[…, i, …] = source[…, index[…, i, …], …]</c>.</summary>
    /// <param name="source">As long as y along every other axis.</param>
    /// <param name="axis">The axis that is looked up, 0 … rank − 1.</param>
    /// <param name="index">Int32 with y's shape; often a broadcast view: [n, 1] → [n, d] looks up whole rows.</param>
    /// <param name="y">The results, of source's type.</param>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside the axis.</exception>
    public void Gather(View source, int axis, View index, View y)
    {
        Contract.Gather(this, source, axis, index, y);
        if (DryRun.IsOn)
            return;
        Launches++;
        DoGather(source, axis, index, y);
        KeepAlive([source, index, y]);
    }

    /// <summary>The reverse of <see cref="Gather"/>: <c>y[…, index[…, i, …], …] += dy[…, i, …]</c>, in row-major order
    /// of dy, so the sums are the same on every run.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An index lies outside the axis. Nothing is added then.</exception>
    public void ScatterAdd(View y, int axis, View index, View dy)
    {
        Contract.Gather(this, y, axis, index, dy);
        if (DryRun.IsOn)
            return;
        Launches++;
        DoScatterAdd(y, axis, index, dy);
        KeepAlive([y, index, dy]);
    }

    /// <summary>Copies, repeating <paramref name="from"/> to the other's shape and converting to its type.</summary>
    public void Copy(View from, View to)
    {
        Contract.Copy(this, from, to);
        if (DryRun.IsOn)
            return;
        Launches++;
        DoCopy(from.BroadcastTo(to.Shape), to);
        KeepAlive([from, to]);
    }

    /// <summary>Fills a float view with random numbers of Philox4x32-10.</summary>
    /// <param name="y">Element i in row-major order takes its words from block <paramref name="counter"/> + i / 4
    /// (float32) or i / 2 (float64).</param>
    /// <param name="distribution">Uniform or Normal.</param>
    /// <param name="seed">The key of the generator.</param>
    /// <param name="counter">Where to begin; go on at counter + <see cref="Philox.Blocks"/>.</param>
    public void Random(View y, Distribution distribution, ulong seed, ulong counter)
    {
        Contract.Random(this, y);
        if (DryRun.IsOn)
            return;
        Launches++;
        DoRandom(y, distribution, seed, counter);
        GC.KeepAlive(y);
    }

    /// <summary>Copies a view's elements in row-major order to the host.</summary>
    /// <typeparam name="T">float, double, int or bool, as the view's type.</typeparam>
    public void Read<T>(View from, Span<T> to) where T : unmanaged
    {
        Contract.Host<T>(this, from, to.Length);
        Launches++;
        DoRead(from, MemoryMarshal.AsBytes(to));
        GC.KeepAlive(from);
    }

    /// <summary>Copies elements in row-major order from the host into a view.</summary>
    /// <typeparam name="T">float, double, int or bool, as the view's type.</typeparam>
    public void Write<T>(ReadOnlySpan<T> from, View to) where T : unmanaged
    {
        Contract.Host<T>(this, to, from.Length);
        Launches++;
        DoWrite(MemoryMarshal.AsBytes(from), to);
        GC.KeepAlive(to);
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    // Rows without elements still have a sum and a maximum.
    private void MapWithoutElements(
        Program program, ReadOnlySpan<View> outs, ReadOnlySpan<View> ins, ReadOnlySpan<double> scalars)
    {
        for (int i = 0; i < outs.Length; i++)
        {
            var y = outs[i];
            if (y.Shape.Size == 0)
                continue;
            View[] operands = ins.ToArray();
            for (int k = 0; k < operands.Length; k++)
                operands[k] = operands[k].Shape.Size == 0 ? y : operands[k];
            Map(new Program(program.Inputs, program.Scalars, program.Roots[i].OverNothing()), [y], operands, scalars);
        }
    }

    // A kernel knows addresses only. Were a view its caller's last use, its memory could go back while it is read.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void KeepAlive(ReadOnlySpan<View> views)
    {
        foreach (var view in views)
            GC.KeepAlive(view);
    }

    /// <inheritdoc cref="Allocate"/>
    private protected abstract Storage DoAllocate(long bytes);

    /// <inheritdoc cref="Map"/>
    private protected abstract void DoMap(
        Program program, Shape domain, ReadOnlySpan<View> outs, ReadOnlySpan<View> ins, ReadOnlySpan<double> scalars);

    /// <inheritdoc cref="Columns"/>
    private protected abstract void DoColumns(
        Program program, Fold kind, Shape domain, View y, ReadOnlySpan<View> ins, ReadOnlySpan<double> scalars);

    /// <inheritdoc cref="MatMul"/>
    private protected abstract void DoMatMul(View a, View b, View c);

    /// <inheritdoc cref="Gather"/>
    private protected abstract void DoGather(View source, int axis, View index, View y);

    /// <inheritdoc cref="ScatterAdd"/>
    private protected abstract void DoScatterAdd(View y, int axis, View index, View dy);

    /// <summary>Both views have one shape by now.</summary>
    private protected abstract void DoCopy(View from, View to);

    /// <inheritdoc cref="Random"/>
    private protected abstract void DoRandom(View y, Distribution distribution, ulong seed, ulong counter);

    /// <summary>Row-major bytes of the view's own type.</summary>
    private protected abstract void DoRead(View from, Span<byte> to);

    /// <summary>Row-major bytes of the view's own type.</summary>
    private protected abstract void DoWrite(ReadOnlySpan<byte> from, View to);
}
